"""Writes dollars.json: the formulas that Pandoc finds in each text of dollars.txt, and the dollars that it leaves.

Written with Pandoc 2.17.1.1 (Debian 12), as `python3 dollars.py < dollars.txt > dollars.json`. TeX outside of maths is
text here, so `raw_tex` is off. In dollars.txt each line is a text; `¶` stands for the end of a line.
"""

import json
import subprocess
import sys


def walk(node, found):
    if isinstance(node, list):
        for each in node:
            walk(each, found)
    elif isinstance(node, dict):
        if node.get("t") == "Math":
            kind, tex = node["c"]
            found["maths"].append({"display": kind["t"] == "DisplayMath", "tex": tex})
        elif node.get("t") == "Str":
            found["dollars"] += node["c"].count("$")
        elif node.get("t") in ("Code", "CodeBlock", "RawInline"):
            found["dollars"] += node["c"][1].count("$")
        else:
            walk(list(node.values()), found)


def read(text):
    found = {"markdown": text, "maths": [], "dollars": 0}
    command = ["pandoc", "--from", "markdown-raw_tex", "--to", "json"]
    walk(json.loads(subprocess.run(command, input=text, text=True, check=True, capture_output=True).stdout), found)
    return found


json.dump([read(line.rstrip("\n").replace("¶", "\n")) for line in sys.stdin], sys.stdout, ensure_ascii=False, indent=1)
print()
