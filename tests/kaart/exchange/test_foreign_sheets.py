from __future__ import annotations

from datetime import time

import pytest
from tests.kaart.exchange.foreign import KNOWN, data, organizations, services, sheet, taken, told

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.kaart.exchange.preview import compare
from psoh_cli.kaart.exchange.sheet.mapping import FixedRule, SheetMapping, SheetRule
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.workbooks.raw_sheet import Merged

_HEADS = ("Organisatie", "Activiteit", "Taal", "Kenmerk")


@pytest.mark.parametrize("name", ["welzijn-oost.ods", "welzijn-oost.xls"])
def test_a_sheet_made_by_hand_comes_in(name: str) -> None:
    came = data(name)
    assert list(services(came)) == [
        "Taalcafé", "Vrouwengroep Samen Sterk", "Maatjesproject", "Inloopspreekuur", "Rouwgroep", "POH-GGZ",
        "Behandeling trauma",
    ]  # fmt: skip
    assert services(came)["Taalcafé"].values == {
        "naam": "Taalcafé",
        "aanbod": "Samen Nederlands oefenen bij de koffie",
        "leeftijd": {"van": 18},
        "talen": ["ar", "ti"],
        "openingstijden": [{"dagen": ["dinsdag"], "van": "10:00", "tot": "12:00"}],
        "kosten_client": "gratis",
        "verwijsroute": "inloop",
        "toegang": ["vrij"],
        "contact": {"telefoon": "078-1234567", "email": "info@welzijn-oost.example"},
        "gecontroleerd_op": "2024-02-01",
    }
    assert services(came)["Inloopspreekuur"].values["contact"]["telefoon"] == "0781234568"
    assert services(came)["Vrouwengroep Samen Sterk"].values["talen"] == ["ar", "prs", "fa"]


def test_every_value_not_understood_says_where_and_why() -> None:
    came = data("welzijn-oost.ods")
    assert told(came) == {
        (5, "Tolk"): "'ja' zegt niet welke het is",
        (6, "Kosten"): "van dit bedrag past niet alles in het veld (alleen hele euro's, zonder meer)",
        (10, "Tel."): "dit is een mobiel nummer, en dat is meestal van één persoon; psoh neemt het niet over",
        (10, "Mail"): "dit lijkt het e-mailadres van één persoon; psoh neemt het niet over",
        (11, "Laatst bijgewerkt"): "dit kan 2 maart of 3 februari zijn",
        (12, "Doelgroep"): "'volwasenen' is geen keuze voor dit veld",
        (12, "Taal/talen"): "'Klingon' is geen taal die psoh kent",
        (12, "Tolk"): "'ja' zegt niet welke het is",
        (13, ""): "dit is een losse regel en geen dienst of organisatie",
    }
    assert all(item.remedy for item in came.batch.not_understood)
    shown = f"{came.batch}{came.questions}"
    assert "fatima.voorbeeld" not in shown
    assert "06-12345678" not in shown


def test_cells_made_one_give_their_organization_to_each_row() -> None:
    for name in ("welzijn-oost.ods", "welzijn-oost.xls"):
        assert services(data(name))["Maatjesproject"].organization_name == "Stichting Welzijn Oost"
        assert not any("rij erboven" in remark for remark in data(name).batch.remarks)


def test_headings_in_two_rows_are_read_with_their_group() -> None:
    came = data("polderland.xlsx")
    (table,) = came.tables
    assert [(item.text, item.field) for item in table.headings] == [
        ("Aanbieder: Naam", "organisatie"),
        ("Aanbieder: Soort organisatie", "ketenpartner"),
        ("Aanbod: Naam", "dienst"),
        ("Aanbod: Wachtlijst", "wachttijd"),
        ("Aanbod: Postcode/plaats", "postcode"),
        ("Contact: Contactpersoon", "contact"),
        ("Contact: Telefoonnr", "telefoon"),
        ("Contact: E-mail", "contact.email"),
        ("Talen: Arabisch", "taal:ar"),
        ("Talen: Tigrinya", "taal:ti"),
        ("Talen: Oekraïens", "taal:uk"),
        ("Opmerkingen", "toelichting"),
    ]
    assert services(came)["Opvoedcursus"].values == {
        "naam": "Opvoedcursus",
        "contact": {"telefoon": "020-1234567", "email": "noord@wijkteam.example"},
        "talen": ["ti", "uk"],
        "toelichting": "Start na de zomer",
        "locaties": ["voorbeeldstad-1234-ab"],
    }
    assert organizations(came)["Wijkteam Noord"].values == {
        "naam": "Wijkteam Noord",
        "ketenpartner": "wijkteam",
        "locaties": [
            {
                "id": "voorbeeldstad-1234-ab",
                "naam": "Voorbeeldstad",
                "adres": {"postcode": "1234 AB", "plaats": "Voorbeeldstad"},
            }
        ],
    }
    assert "Sara" not in f"{came.batch}{came.questions}"
    assert "612345678" not in f"{came.batch}{came.questions}"


def test_text_files_of_every_kind_come_in() -> None:
    comma, tabs = data("cafe-zuid.csv"), data("jeugdhulp.txt")
    assert services(comma)["Fietslessen voor vrouwen"].values["kosten_bedrag"] == 5
    assert list(organizations(comma)) == ["Café Zuid", 'Geloofsgemeenschap "De Bron"']
    assert services(comma)["Maaltijd en gesprek"].values["talen"] == ["uk", "ru"]
    assert services(tabs)["Kindergroep"].values["wachttijd"] == {"weken": 8}
    assert services(tabs)["Ouderavonden"].values["gecontroleerd_op"] == "2024-02-28"
    assert any("Windows-1252" in remark for remark in comma.batch.remarks)
    assert any("UTF-16" in remark for remark in tabs.batch.remarks)


def test_a_column_that_nobody_knows_is_asked_about() -> None:
    came = data("cafe-zuid.csv")
    (question,) = came.questions.columns
    assert (question.heading, question.examples) == ("kenmerk", ("A1", "B2"))
    assert question.place == Place(file="cafe-zuid.csv", row=1, column="kenmerk")
    answered = SheetMapping().with_column("kenmerk", "toelichting")
    again = taken(sheet(("Organisatie", "Activiteit", "kenmerk"), ("Huis", "Inloop", "A1")), mapping=answered)
    assert services(again)["Inloop"].values["toelichting"] == "A1"
    assert not again.questions.columns


def test_the_nearest_fields_are_proposed() -> None:
    came = taken(sheet(("Organisatie", "Activiteit", "Opning"), ("Huis", "Inloop", "ochtend")))
    (question,) = came.questions.columns
    assert "openingstijden" in question.candidates


def test_a_heading_that_is_nearly_right_is_taken_and_told() -> None:
    came = taken(sheet(("Organisatie", "Activiteit", "Telefoonnumer"), ("Huis", "Inloop", "020-1234567")))
    assert services(came)["Inloop"].values["contact"] == {"telefoon": "020-1234567"}
    assert any(
        "Telefoonnumer" in remark and "gelezen als 'Telefoon'" in remark for remark in came.batch.remarks
    )


def test_a_word_that_is_no_choice_is_asked_about_once_and_can_be_told() -> None:
    rows = (
        ("Organisatie", "Activiteit", "Tolk"),
        ("Huis", "Inloop", "ja"),
        ("Huis", "Eten", "ja"),
        ("Huis", "Les", "nee"),
    )
    came = taken(sheet(*rows))
    (question,) = came.questions.words
    assert (question.heading, question.text, question.count) == ("Tolk", "ja", 2)
    assert question.choices["op-aanvraag"] == "Tolk op aanvraag"
    told_so = SheetMapping().with_word("Tolk", "ja", "op-aanvraag")
    again = taken(sheet(*rows), mapping=told_so)
    assert [item.values.get("tolkinzet") for item in services(again).values()] == [
        "op-aanvraag",
        "op-aanvraag",
        "geen",
    ]
    assert not again.questions.words
    skipped = taken(sheet(*rows), mapping=SheetMapping().with_word("Tolk", "Ja", "overslaan"))
    assert "tolkinzet" not in services(skipped)["Inloop"].values
    assert not skipped.batch.not_understood


def test_a_foreign_file_never_says_that_a_field_is_empty() -> None:
    came = taken(sheet(_HEADS, ("Huis", "Inloop", "", ""), ("Huis", "Eten", "-", "")))
    assert [dict(item.values) for item in services(came).values()] == [{"naam": "Inloop"}, {"naam": "Eten"}]


def test_a_row_without_organization_is_of_the_one_above_and_that_is_told() -> None:
    came = taken(sheet(_HEADS, ("Huis", "Inloop", "", ""), ("", "Eten", "Arabisch", "")))
    assert services(came)["Eten"].organization_name == "Huis"
    assert any("in rij 3 geen organisatie" in remark for remark in came.batch.remarks)


def test_lines_that_are_no_service_are_told_and_not_taken() -> None:
    came = taken(
        sheet(
            _HEADS,
            ("Huis", "Inloop", "", ""),
            ("", "", "", ""),
            _HEADS,
            ("Totaal", 12.0, "", ""),
            ("* op afspraak", "", "", ""),
        )
    )
    assert list(services(came)) == ["Inloop"]
    assert told(came) == dict.fromkeys(
        [(5, ""), (6, "")], "dit is een losse regel en geen dienst of organisatie"
    )


def test_title_rows_above_the_headings_do_not_matter() -> None:
    merged = (Merged(first_row=0, first_column=0, last_row=0, last_column=3),)
    came = taken(
        sheet(
            ("Sociale kaart", "", "", ""),
            ("Versie 3", "", "", ""),
            (),
            _HEADS,
            ("Huis", "Inloop", "", ""),
            merged=merged,
        )
    )
    assert services(came)["Inloop"].place.row == 5


def test_a_sheet_without_headings_is_told_and_can_be_helped() -> None:
    rows = (("Huis", "Inloop", "Arabisch"), ("Thuis", "Eten", "Dari"))
    came = taken(sheet(*rows))
    assert not came.batch.entries
    assert "geen rij met kopjes" in came.batch.remarks[0]
    hidden = taken(
        sheet(_HEADS, ("Huis", "Inloop", "", "")),
        mapping=SheetMapping(sheets=(SheetRule(name="Blad1", is_left_out=True),)),
    )
    assert not hidden.batch.entries


def test_what_holds_for_all_rows_fills_only_what_is_empty() -> None:
    mapping = SheetMapping(
        fixed=(FixedRule(field="organisatie", value="Huis"), FixedRule(field="talen", value="Engels"))
    )
    came = taken(sheet(("Activiteit", "Taal"), ("Inloop", ""), ("Eten", "Dari")), mapping=mapping)
    assert [(item.organization_name, item.values["talen"]) for item in services(came).values()] == [
        ("Huis", ["en"]),
        ("Huis", ["prs"]),
    ]
    asked = taken(sheet(("Activiteit", "Taal"), ("Inloop", "")))
    assert asked.questions.organization == Place(file="aanbod.xlsx", sheet="Blad1", row=2)


def test_two_columns_about_when_are_put_together() -> None:
    came = taken(
        sheet(("Organisatie", "Activiteit", "Dag", "Tijd"), ("Huis", "Inloop", "dinsdag", "10:00-12:00"))
    )
    assert services(came)["Inloop"].values["openingstijden"] == [
        {"dagen": ["dinsdag"], "van": "10:00", "tot": "12:00"}
    ]


def test_a_list_of_organizations_gives_no_services() -> None:
    came = taken(sheet(("Naam", "Tel.", "Website"), ("Huis", "020-1234567", "huis.example")))
    assert not services(came)
    assert organizations(came)["Huis"].values == {
        "naam": "Huis", "contact": {"telefoon": "020-1234567"}, "website": "https://huis.example",
    }  # fmt: skip


def test_two_rows_that_tell_something_else_of_one_organization_are_told() -> None:
    rows = (
        ("Organisatie", "Soort organisatie", "Activiteit"),
        ("Huis", "wijkteam", "A groep"),
        ("HUIS", "welzijn", "B groep"),
    )
    came = taken(sheet(*rows))
    assert organizations(came)["Huis"].values["ketenpartner"] == "wijkteam"
    assert told(came)[3, "Soort organisatie"] == "bij dezelfde organisatie staat eerder iets anders (rij 2)"


def test_a_long_name_is_shortened_and_the_text_is_kept() -> None:
    long = f"Wekelijkse groep voor vrouwen: samen praten, leren en eten{', met hulp uit de buurt' * 3}"
    came = taken(sheet(("Organisatie", "Aanbod"), ("Huis", long)))
    assert services(came)["Wekelijkse groep voor vrouwen"].values["aanbod"] == long


def test_the_name_stands_for_the_offer_only_of_what_is_new() -> None:
    came = taken(
        sheet(("Organisatie", "Activiteit", "Ketenpartner", "Bron"), ("Huis", "Inloop", "welzijn", "opgave"))
    )
    empty = KaartFile(format="1", knowledge_version="x", name="k")
    preview = compare(came.batch, own=empty, known=KNOWN)
    (service,) = [item.entry for item in preview.new if item.kind == "dienst"]
    assert service.model_dump()["aanbod"] == "Inloop"
    richer = empty.model_copy(
        update={
            "organizations": tuple(item.entry for item in preview.new if item.kind == "organisatie"),
            "services": (service.model_copy(update={"description": "Koffie en een gesprek"}),),
        }
    )
    again = compare(came.batch, own=richer, known=KNOWN)
    assert not again.writes


def test_all_files_of_the_tests_go_through_the_preview_twice_alike() -> None:
    for name in ("welzijn-oost.ods", "polderland.xlsx", "cafe-zuid.csv", "jeugdhulp.txt"):
        came = data(name)
        mapping = SheetMapping(source="opgave", partner_type="welzijn")
        names = {item.organization_name for item in came.batch.entries if item.organization_name}
        empty = KaartFile(format="1", knowledge_version="x", name="k")
        first = compare(came.batch, own=empty, known=KNOWN, answers=mapping.answers(names))
        assert not first.waiting
        own = empty.model_copy(
            update={
                "organizations": tuple(item.entry for item in first.new if item.kind == "organisatie"),
                "services": tuple(item.entry for item in first.new if item.kind == "dienst"),
            }
        )
        again = compare(came.batch, own=own, known=KNOWN, answers=mapping.answers(names))
        assert (again.new, again.changed) == ((), ()), name
        assert len(again.unchanged) == len(first.new)


def test_a_note_names_what_stands_there_without_people() -> None:
    came = taken(sheet(_HEADS, ("Huis", "Inloop", "mevrouw Jansen", "")))
    assert came.batch.not_understood == (
        NotUnderstood(
            place=Place(file="aanbod.xlsx", sheet="Blad1", row=2, column="Taal"),
            text="•••",
            why="'mevrouw Jansen' is geen taal die psoh kent",
            remedy="Schrijf de Nederlandse naam van de taal, zoals Arabisch of Tigrinya.",
        ),
    )


def test_columns_called_after_days_give_opening_hours() -> None:
    rows = (("Wie", "Wat", "ma", "di", "wo"), ("Huis", "Inloop", "9-12", "x", ""))
    assert services(taken(sheet(*rows)))["Inloop"].values["openingstijden"] == [
        {"dagen": ["maandag"], "van": "09:00", "tot": "12:00"},
        {"dagen": ["dinsdag"]},
    ]


def test_begin_and_end_in_columns_of_their_own_are_one_span() -> None:
    rows = (
        ("Organisatie", "Activiteit", "Dag", "Begintijd", "Eindtijd"),
        ("Huis", "Yoga", "ma", time(9, 30), time(11)),
    )
    assert services(taken(sheet(*rows)))["Yoga"].values["openingstijden"] == [
        {"dagen": ["maandag"], "van": "09:30", "tot": "11:00"}
    ]


def test_a_name_above_a_part_of_the_table_is_its_organization() -> None:
    rows = (
        ("Activiteit", "Doelgroep", "Tel."),
        ("WELZIJN OOST", "", ""), ("Taalcafé", "volwassenen", "020-1234567"),
        ("GGZ DE BRUG", "", ""), ("Praatgroep", "18+", ""),
    )  # fmt: skip
    came = taken(sheet(*rows))
    assert {item.name: item.organization_name for item in services(came).values()} == {
        "Taalcafé": "WELZIJN OOST", "Praatgroep": "GGZ DE BRUG",
    }  # fmt: skip
    assert list(organizations(came)) == ["WELZIJN OOST", "GGZ DE BRUG"]
    assert any("in rij 2, 4 één naam" in remark for remark in came.batch.remarks)


def test_the_questions_of_a_form_are_headings_and_that_is_told() -> None:
    rows = (
        ("Wat is de naam van uw organisatie?", "Welke activiteit biedt u aan?", "Voor wie is het bedoeld?",
         "In welke talen kunt u helpen?", "Werkt u met een tolk?", "Wat zijn de kosten?"),
        ("Huis", "Inloop", "iedereen", "Arabisch", "nee", "gratis"),
    )  # fmt: skip
    came = taken(sheet(*rows))
    assert services(came)["Inloop"].values == {
        "naam": "Inloop", "doelgroepen": ["iedereen"], "talen": ["ar"], "tolkinzet": "geen", "kosten_client": "gratis",
    }  # fmt: skip
    assert sum("is gelezen als" in remark for remark in came.batch.remarks) == 4
