"""Which addresses lead inside a house, and which words are paths of files."""

from __future__ import annotations

import pytest

from sowhat.rules.traces import holds_path, leads_inside, load_traces, names_file


@pytest.mark.parametrize(
    "address",
    [
        "file:///C:/Users/jo/plan.xlsx",
        "file://nas/share/plan.pptx",
        r"\\fileserver\sales\deck.pptx",
        r"D:\decks\master.pptx",
        "smb://nas/share",
        "http://wiki/page",
        "https://intranet.acme.example/hr",
        "https://crm.acme.corp/account/7",
        "http://10.1.2.3/x",
        "http://192.168.0.4:8080",
        "http://[fd00::1]/",
        "http://localhost:3000",
        "https://acme.sharepoint.com/sites/deals",
        "https://acme-my.sharepoint.com/personal/jo",
        "https://1drv.ms/p/s!x",
        "/Users/jo/Desktop/deck.key",
    ],
)
def test_what_leads_inside(address: str) -> None:
    assert leads_inside(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://www.acme.example/products",
        "https://en.wikipedia.org/wiki/Intranet",
        "http://8.8.8.8/",
        "mailto:jo@acme.example",
        "mailto:jo@mail.corp",
        "https://www.local-food.example/home/news",
        "tel:+44123",
        "#slide3",
        "",
        "http://[broken",
        "sharepoint is a product",
    ],
)
def test_what_is_open_to_all(address: str) -> None:
    assert not leads_inside(address)


def test_paths_and_files_are_told_from_words() -> None:
    assert holds_path(r"C:\Users\jo\logo.png")
    assert holds_path("Picture from /home/jo/pictures/logo.png")
    assert not holds_path("A ratio of 3:1/4 and/or home/work balance")
    assert not holds_path("Read http://acme.example/home/start")
    assert names_file("../2025/Master%20deck.pptx")
    assert names_file("film.mp4#t=3")
    assert not names_file("www.acme.example")
    assert not names_file("https://acme.example/a.pdf")


def test_the_file_says_what_it_should() -> None:
    rules = load_traces()
    assert all(ending.startswith(".") for ending in rules.files)
