"""People who sign in, for the tests that are about them."""

import html
import re

SECRET = "four words or so, unsaid"
READER, REVIEWER, EDITOR = "Rana (invented)", "Omar (invented)", "Mira (invented)"
ROLES = {READER: "reader", REVIEWER: "reviewer", EDITOR: "editor"}


def add_people(case):
    """One user of each role, all with the same password."""
    for name, role in ROLES.items():
        case.users.add(name, role, SECRET)


def fields(page, form):
    """What the form with this id, or to this address, would send if nobody changed it."""
    found = re.search(
        rf'<form method="post" (?:action="[^"]*" id="{form}"|action="{form}")[^>]*>(.*?)</form>', page, re.DOTALL
    )
    assert found, form
    inputs = re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', found[1])
    return {name: html.unescape(value) for name, value in inputs}


def sign_in(client, name, password=SECRET, address="/sign-in", **more):
    """What is answered to the form of the sign-in page at this address."""
    form = fields(client.get(address).text, "/sign-in")
    return client.post("/sign-in", data={**form, "name": name, "password": password}, **more)
