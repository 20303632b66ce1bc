"""A class with its teacher and its pupils in front of the bot with the small pack, doing something together."""

from dataclasses import dataclass

from tests.support.days import run_jobs
from tests.support.lessons import leading, taps
from tests.support.school import begins_a_class, somebody
from tests.support.stage import Data, Stage, buttons


@dataclass
class School:
    """A class: its teacher, its pupils, its code."""

    teacher: Stage
    pupils: list[Stage]
    code: str

    async def starts(self, kind: str, topic: str = "-0", phase: int = 0) -> Data:
        """Let the teacher send a round; give the page that shows how it stands."""
        language = self.teacher.person.language_code
        menu = await self.teacher.taps(await self.teacher.says("/class"), f"g:{language}:round-1")
        ready = await self.teacher.taps(menu, f"rn:{language}:{kind}-1{topic}")
        sent = f":{phase}" if phase else ""
        *_, page = await self.teacher.hear(self.teacher.person.taps(ready, f"ro:{language}:{kind}-1{topic}{sent}"))
        return page

    async def invited(self) -> dict[int, Data]:
        """Let what waits be sent; give each pupil's invitation."""
        sent = await run_jobs(self.teacher)
        return {message["chat"]["id"]: message for message in sent}

    async def answers(self, pupil: Stage, shown: Data, options: dict[str, int]) -> list[Data]:
        """Let a pupil go through a round, taking these options by what is asked; give the last messages."""
        messages = await taps(pupil, shown, leading(shown, "ri"))
        while True:
            last = messages[-1]
            if "poll" in last:
                await pupil.hear(pupil.person.votes(last, options.get(last["poll"]["question"], 0)))
            elif not any(data.startswith("ri:") for data in buttons(last).values()):
                puts = [data for data in buttons(last).values() if data.startswith("rp:")]
                place = next((place for asked, place in options.items() if asked in last["text"]), 0)
                last = await pupil.taps(last, puts[place]) if puts else last
            if not any(data.startswith("ri:") for data in buttons(last).values()):
                return messages
            messages = await taps(pupil, last, leading(last, "ri"))


async def school_of(teacher: Stage, count: int) -> School:
    """Begin a class, and let so many pupils join it, who speak the teacher's language."""
    code = await begins_a_class(teacher)
    language = str(teacher.person.language_code)
    pupils = [somebody(teacher, 100 + number, language) for number in range(count)]
    for pupil in pupils:
        await pupil.says(f"/join {code}")
    return School(teacher, pupils, code)
