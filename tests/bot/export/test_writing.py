"""The site in a folder: whole, without a dead link, the same each time, and nothing of others touched."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from bot.export.pages import Plan
from bot.export.writing import LISTED, NotOursError, write_site
from handlers.phrasebook import read_phrasebook
from knowledge.library import Library
from knowledge.loader import load
from tests.support.extras import EXTRAS, write_rich_pack
from tests.support.packs import PACK, write_pack
from tests.support.sites import dead_links, pages_in, read

PHRASEBOOK = read_phrasebook()
BASE = "https://example.org/n/"
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture(scope="module")
def own_site(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the bot's own pack, at an address."""
    folder = tmp_path_factory.mktemp("site")
    write_site(Plan(library, PHRASEBOOK, BASE), "bee_bot", folder)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_no_link_is_dead(own_site: Path) -> None:
    assert [*dead_links(own_site, BASE)] == []
    assert len(pages_in(own_site)) > 300


def test_without_an_address_no_link_is_dead_either(rich_library: Library, tmp_path: Path) -> None:
    write_site(Plan(rich_library, PHRASEBOOK), None, tmp_path)
    assert [*dead_links(tmp_path)] == []
    assert not (tmp_path / "sitemap.xml").exists()


def test_a_pack_in_one_language_is_a_site_in_one(tmp_path: Path) -> None:
    library = load(write_pack(tmp_path / "pack", pack=PACK.replace('["nl", "en"]', '["nl"]')))
    write_site(Plan(library, PHRASEBOOK, BASE), "bee_bot", tmp_path / "site")
    assert [*dead_links(tmp_path / "site", BASE)] == []
    assert not (tmp_path / "site" / "en").exists()
    assert 'class="languages"' not in (tmp_path / "site" / "nl" / "index.html").read_text(encoding="utf-8")


def test_a_dead_link_would_be_found(rich_library: Library, tmp_path: Path) -> None:
    write_site(Plan(rich_library, PHRASEBOOK), None, tmp_path)
    (tmp_path / "nl" / "answers" / "bees-honey.html").unlink()
    assert len([*dead_links(tmp_path)]) > 3


def test_every_page_has_one_heading_above_all_and_its_marks(own_site: Path) -> None:
    for path in pages_in(own_site):
        page = read(path)
        assert len(page.all("h1")) == (2 if path.name == "404.html" else 1)
        assert page.all("main", id="main")
        assert page.all("meta", name="viewport")
        ids = [found["id"] for _, found in page.elements if "id" in found]
        assert len({*ids}) == len(ids)


def test_every_answer_tells_other_programs_what_it_answers(own_site: Path, library: Library) -> None:
    for entry in library.entries.values():
        kinds = [data["@type"] for data in read(own_site / "en" / "answers" / f"{entry.id}.html").linked_data]
        assert kinds == ["FAQPage", "BreadcrumbList"]


def test_the_sitemap_lists_every_page_but_that_for_what_is_missing(own_site: Path) -> None:
    root = ET.parse(own_site / "sitemap.xml").getroot()  # noqa: S314  (written a moment ago)
    listed = {place.text for place in root.iterfind("s:url/s:loc", SITEMAP)}
    expected = {f"{BASE}{path.relative_to(own_site).as_posix()}" for path in pages_in(own_site)}
    assert listed == expected - {f"{BASE}404.html"}
    assert (own_site / "robots.txt").read_text(encoding="utf-8").endswith(f"Sitemap: {BASE}sitemap.xml\n")


def test_the_same_base_gives_the_same_files(rich_library: Library, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_site(Plan(rich_library, PHRASEBOOK, BASE), "bee_bot", tmp_path / name)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_an_earlier_site_is_replaced_and_what_it_had_more_is_gone(
    rich_library: Library, small_library: Library, tmp_path: Path
) -> None:
    write_site(Plan(rich_library, PHRASEBOOK, BASE), None, tmp_path / "site")
    (tmp_path / "site" / "mine.txt").write_text("kept", encoding="utf-8")
    write_site(Plan(small_library, PHRASEBOOK), None, tmp_path / "site")
    write_site(Plan(small_library, PHRASEBOOK), None, tmp_path / "fresh")
    left = contents(tmp_path / "site")
    assert left.pop("mine.txt") == b"kept"
    assert left == contents(tmp_path / "fresh")


def test_a_folder_of_something_else_is_left_alone(small_library: Library, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()
    with pytest.raises(NotOursError, match="is not empty"):
        write_site(Plan(small_library, PHRASEBOOK), None, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("listed", ["{", "{}", '["../../outside"]', '["/etc/passwd"]', "[1]"])
def test_a_list_of_files_that_is_no_list_of_ours_is_refused(
    small_library: Library, tmp_path: Path, listed: str
) -> None:
    (tmp_path / LISTED).write_text(listed, encoding="utf-8")
    with pytest.raises(NotOursError, match="can't be read"):
        write_site(Plan(small_library, PHRASEBOOK), None, tmp_path)


def test_what_can_not_be_drawn_is_told_in_words(tmp_path: Path) -> None:
    cards = EXTRAS["distinctions.toml"].replace('"a"', '"社"')
    library = load(write_rich_pack(tmp_path / "pack", **{"distinctions.toml": cards}))
    write_site(Plan(library, PHRASEBOOK, BASE), None, tmp_path / "site")
    assert [path.name for path in sorted((tmp_path / "site" / "pictures").iterdir())] == ["map.en.png", "map.nl.png"]
    assert [*dead_links(tmp_path / "site", BASE)] == []
    assert "社" in (tmp_path / "site" / "en" / "distinctions" / "bees-owls.html").read_text(encoding="utf-8")


def test_what_was_written_is_listed(rich_library: Library, tmp_path: Path) -> None:
    count = write_site(Plan(rich_library, PHRASEBOOK, BASE), None, tmp_path)
    listed = json.loads((tmp_path / LISTED).read_text(encoding="utf-8"))
    assert {*listed} | {LISTED} == contents(tmp_path).keys()
    assert count == len(pages_in(tmp_path))
