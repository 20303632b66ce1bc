"""The sizes of modules and functions, per layer; migrations stand apart, as they are written once.

python tests/benchmarks/house.py
"""

import ast
import statistics
from pathlib import Path

ROOT = Path(__file__).parents[2]


def main() -> None:
    """Count and print."""
    print("| layer | modules | lines, median | lines, most | functions | lines, median | lines, most |")
    print("|---|---|---|---|---|---|---|")
    for layer in ("bot", "handlers", "knowledge"):
        texts = [
            path.read_text(encoding="utf-8")
            for path in (ROOT / layer).rglob("*.py")
            if "versions" not in path.parts and "packs" not in path.parts
        ]
        modules = [len(text.splitlines()) for text in texts]
        functions = [
            (node.end_lineno or node.lineno) - node.lineno + 1
            for text in texts
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        ]
        numbers = (len(modules), statistics.median(modules), max(modules))
        inside = (len(functions), statistics.median(functions), max(functions))
        print(f"| {layer} | " + " | ".join(f"{number:.0f}" for number in (*numbers, *inside)) + " |")


if __name__ == "__main__":
    main()
