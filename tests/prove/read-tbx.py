"""Prints the entries of a TBX file, as translate-toolkit reads them, as JSON."""
import json
import sys

from translate.storage import factory

store = factory.getobject(sys.argv[1])
store.setsourcelanguage("zh-Hans")
store.settargetlanguage("en")
entries = []
for unit in store.units:
    section = unit.getlanguageNode("en")
    entries.append(
        {
            "id": unit.getid(),
            "source": str(unit.source),
            "target": str(unit.target),
            "renderings": ["".join(term.itertext()) for term in section.iterdescendants("term")],
            "definitions": unit.getnotes(origin="definition"),
            "notes": unit.getnotes(),
        }
    )
json.dump(entries, sys.stdout, ensure_ascii=False)
