"""Where pages are, and how one leads to another."""

from bot.export import addresses
from bot.export.addresses import Place

BASE = "https://example.org/n/"


def test_pages_lead_to_each_other_in_whatever_folder_they_are() -> None:
    place = Place(addresses.answer("en", "bees-honey"), BASE)
    assert place.to(addresses.STYLE) == "../../style.css"
    assert place.to(addresses.home("en")) == "../index.html"
    assert place.to(addresses.answer("nl", "bees-honey")) == "../../nl/answers/bees-honey.html"
    assert Place(addresses.HOME).to(addresses.home("nl")) == "nl/index.html"
    assert Place(addresses.topic("en", "bees")).to(addresses.topic("en", "bees")) == "bees.html"


def test_a_page_that_is_shown_anywhere_leads_to_full_addresses_if_they_are_known() -> None:
    assert Place(addresses.NOT_FOUND, BASE, anywhere=True).to(addresses.STYLE) == f"{BASE}style.css"
    assert Place(addresses.NOT_FOUND, anywhere=True).to(addresses.STYLE) == "style.css"


def test_a_full_address_is_there_where_the_site_s_is_known() -> None:
    path = addresses.card("nl", "bees-owls")
    assert Place(path, BASE).canonical == f"{BASE}nl/distinctions/bees-owls.html"
    assert Place(path).canonical is None


def test_no_two_things_share_a_path() -> None:
    made = [
        addresses.home("en"),
        addresses.special("en", "map"),
        *(kind("en", "map") for kind in (addresses.topic, addresses.answer, addresses.card, addresses.picture)),
    ]
    assert len({*made}) == len(made)
