"""What the documents promise must exist: links, make targets, scripts, commands of the binary, settings.

Run by scripts/check.sh docs. The commands of the binary are checked when a built one is there.
"""

import re
import subprocess
import sys
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SETTING = re.compile(r"\bLUECKENLOS_[A-Z][A-Z_]*[A-Z]\b")
COMMAND = r"(?:^|`|sudo -u lueckenlos |\.build/(?:debug|release)/)lueckenlos ([a-z][a-z-]*)"
ONLY_TESTS = re.compile(r"^LUECKENLOS_(TEST_|RECORD_)")


def documents():
    return sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *ROOT.glob("docs/**/*.md"), *ROOT.glob("Examples/**/*.md")])


def outside_code(text):
    return re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.S)


def inside_code(text):
    return "\n".join(re.findall(r"```.*?```|`[^`\n]*`", text, flags=re.S))


def anchors(text):
    """The anchors of a page's headings, made as the common hosting sites make them."""
    for heading in re.findall(r"^#{1,6}\s+(.*?)\s*#*$", re.sub(r"```.*?```", "", text, flags=re.S), flags=re.M):
        plain = unicodedata.normalize("NFC", re.sub(r"[`*]|\[([^]]*)\]\([^)]*\)", r"\1", heading)).lower()
        yield re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")


def broken_links(document, text):
    for target in re.findall(r"\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)", outside_code(text)):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        file = (document.parent / path).resolve() if path else document
        if not file.exists():
            yield f"link to {target}: no such file"
        elif anchor and file.suffix == ".md" and anchor not in set(anchors(file.read_text(encoding="utf-8"))):
            yield f"link to {target}: no such heading"


def unknown_commands(text, make_targets, subcommands):
    code = inside_code(text)
    for target in re.findall(r"(?:^|[`\s])make ([a-z][\w-]*)", code):
        if target not in make_targets:
            yield f"make {target}: no such target"
    for script in re.findall(r"(?:^|[`\s])(scripts/[\w./-]*\w)", code):
        if not (ROOT / script).exists():
            yield f"{script}: no such script"
    for command in re.findall(COMMAND, code, flags=re.M):
        if subcommands and command not in subcommands:
            yield f"lueckenlos {command}: no such command"


def subcommands_of_binary():
    """Names after SUBCOMMANDS in --help; empty when nothing is built yet."""
    for kind in ("debug", "release"):
        binary = ROOT / ".build" / kind / "lueckenlos"
        if binary.exists():
            shown = subprocess.run([str(binary), "--help"], capture_output=True, text=True, timeout=60).stdout
            return set(re.findall(r"^  ([a-z][a-z-]*)", shown.partition("SUBCOMMANDS:")[2], flags=re.M)) | {"help"}
    return set()


def settings_in(*places):
    found = set()
    for place in places:
        for file in ROOT.glob(place):
            found |= set(SETTING.findall(file.read_text(encoding="utf-8")))
    return {name for name in found if not ONLY_TESTS.match(name)}


def setting_problems():
    documented, in_code = settings_in("docs/OPERATING.md"), settings_in("Sources/**/*.swift")
    for name in sorted((in_code | settings_in("packaging/*")) - documented):
        yield f"docs/OPERATING.md: setting {name} of the code is not described"
    for name in sorted(documented - in_code):
        yield f"docs/OPERATING.md: setting {name} does not exist in the code"


def main():
    make_targets = set(re.findall(r"^([a-z][\w-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.M))
    subcommands = subcommands_of_binary()
    problems = list(setting_problems())
    for document in documents():
        text = document.read_text(encoding="utf-8")
        found = [*broken_links(document, text), *unknown_commands(text, make_targets, subcommands)]
        problems += [f"{document.relative_to(ROOT)}: {problem}" for problem in found]
    if not subcommands:
        print("note: nothing built, commands of the binary not checked")
    print("\n".join(problems) or f"{len(documents())} documents, all promises hold")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
