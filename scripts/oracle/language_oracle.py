#!/usr/bin/env python3
"""Second opinion for the target Language: Snowball stems and German Flesch values.

The Swift tests compare with the fixtures written here; `--check` compares the fixtures with the
package snowballstemmer that is installed. Writing needs versions 2 and 3 of it in two folders,
since distributions ship either version of the algorithm:

    pip install --target build/snowball2 snowballstemmer==2.2.0
    pip install --target build/snowball3 snowballstemmer==3.1.1
    python3 scripts/oracle/language_oracle.py --write build/snowball2 build/snowball3
"""
import importlib.metadata
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "Tests" / "LanguageTests" / "Fixtures"
ENDINGS = ["", "n", "en", "s", "es", "e", "er", "ern", "innen", "ung", "ungen", "lich", "keit", "isch", "end", "st"]

TEXTS = [
    "Wir helfen Ihnen gern. Kommen Sie einfach vorbei. Das Angebot ist kostenlos.",
    "Die Hebamme besucht Sie zu Hause. Sie hilft beim Stillen und beim Schlafen.",
    "Die Schwangerschaftskonfliktberatungsstelle bietet ergebnisoffene Beratungsgespräche sowie "
    "die Vermittlung weiterführender Unterstützungsleistungen für Schwangere in Notlagen an.",
    "Ihr Baby schreit viel? Sie sind nicht allein! Rufen Sie uns an.",
    "Der Kurs findet am Montag um neun Uhr statt. Bitte bringen Sie ein Handtuch mit. Eine Anmeldung "
    "ist nicht nötig. Geschwister dürfen auch kommen.",
    "Die Inanspruchnahme von Leistungen der Kinder und Jugendhilfe setzt die Mitwirkung der "
    "Personensorgeberechtigten voraus. Näheres regelt eine Verwaltungsvorschrift der zuständigen Behörde.",
    "Familien mit wenig Geld bekommen Hilfe. Das Jugendamt berät Sie. Die Nation der Theaterleute lacht.",
    "Mama und Papa spielen mit dem Kind. Oma liest vor. Opa kocht Tee. Alle freuen sich.",
    "Für die Betreuung Ihres Kindes stehen in der Tageseinrichtung mehrere Gruppen mit "
    "unterschiedlichen Öffnungszeiten zur Verfügung.",
    "Quallen quaken nicht. Die Ferien in Italien waren schön. Yoga tut gut.",
]


def words() -> list[str]:
    """The words of our own lists with some endings, lower case."""
    found: set[str] = set()
    for name in ["CompoundWords", "SynonymTable", "StopWords"]:
        text = (ROOT / "Sources" / "Language" / f"{name}.swift").read_text(encoding="utf-8")
        for block in re.findall(r'"""\n(.*?)"""', text, re.S):
            for line in block.split("\n"):
                line = re.sub(r"\(.*?\)", " ", line.split("#")[0])
                found.update(re.findall(r"[a-zäöüß]{2,}", line.lower()))
    base = sorted(found)
    inflected = {word + ENDINGS[index % len(ENDINGS)] for index, word in enumerate(base)}
    return sorted(set(base) | inflected)


def stems(folder: str, listed: list[str]) -> list[str]:
    """Stems by the package in this folder, in a process of its own."""
    code = (
        "import sys, json; sys.argv[1] and sys.path.insert(0, sys.argv[1]); import snowballstemmer; "
        "s = snowballstemmer.stemmer('german'); "
        "print(json.dumps([s.stemWord(w) for w in json.load(sys.stdin)]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, folder], input=json.dumps(listed), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def syllables(word: str) -> int:
    """Syllables by striking out what makes no syllable of its own, then counting vowels."""
    word = word.lower().replace("qu", "q")
    word = re.sub(r"^y(?=[aeiouäöü])", "j", word)
    word = re.sub(r"(famil|fer|lin|ital|brasil|span|akt|ser|stud|med)ie(ns?)?$", r"\1i-e\2", word)
    word = re.sub(r"eum(s\w*)?$", lambda m: "e-um" + (m.group(1) or ""), word)
    pairs = ["ai", "au", "ay", "ei", "eu", "ey", "äu", "aa", "ee", "oo", "ie", "ou"]
    count = 0
    while word:
        if word[0] in "aeiouyäöü":
            count += 1
            word = word[2:] if word[:2] in pairs else word[1:]
        else:
            word = word[1:]
    return max(count, 1)


def flesch(text: str) -> dict:
    """Amstad's formula, with a plain sentence splitter that suffices for the texts above."""
    sentences = [s for s in re.split(r"(?<=[.!?])\s+", text.strip()) if s]
    listed = re.findall(r"[A-Za-zÄÖÜäöüß0-9]+", text)
    total = sum(syllables(word) for word in listed)
    value = 180 - len(listed) / len(sentences) - 58.5 * total / len(listed)
    longest = max(len(re.findall(r"[A-Za-zÄÖÜäöüß0-9]+", s)) for s in sentences)
    return {"text": text, "sentences": len(sentences), "words": len(listed), "syllables": total,
            "longest": longest, "flesch": round(value, 6)}


def readability() -> str:
    """The fixture of the Flesch values."""
    return json.dumps([flesch(text) for text in TEXTS], ensure_ascii=False, indent=1) + "\n"


def write(second: str, third: str) -> None:
    """Writes both fixtures with the packages in these two folders."""
    listed = words()
    FIXTURES.mkdir(parents=True, exist_ok=True)
    columns = zip(listed, stems(second, listed), stems(third, listed))
    rows = ["\t".join(row) for row in columns]
    (FIXTURES / "stems.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (FIXTURES / "readability.json").write_text(readability(), encoding="utf-8")
    print(f"{len(rows)} stems, {len(TEXTS)} texts written")


def check() -> int:
    """Compares the fixtures with the installed package; 1 if anything differs."""
    rows = [line.split("\t") for line in (FIXTURES / "stems.tsv").read_text(encoding="utf-8").splitlines()]
    column = 1 if importlib.metadata.version("snowballstemmer").startswith("2.") else 2
    found = stems("", [row[0] for row in rows])
    wrong = [(row[0], row[column], stem) for row, stem in zip(rows, found) if row[column] != stem]
    same = (FIXTURES / "readability.json").read_text(encoding="utf-8") == readability()
    print(f"{len(rows)} stems, {len(wrong)} differ {wrong[:5]}; Flesch values {'equal' if same else 'differ'}")
    return 0 if not wrong and same else 1


if sys.argv[1:] == ["--check"]:
    sys.exit(check())
elif len(sys.argv) == 4 and sys.argv[1] == "--write":
    write(sys.argv[2], sys.argv[3])
else:
    sys.exit(__doc__)
