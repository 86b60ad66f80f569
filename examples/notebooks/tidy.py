"""Leaves of a notebook that was run what is worth keeping, and fails if it holds an error.

Numbers of executions, times, the kernel's own words about an image and the version of the kernel change with every run or
machine; without them a second run makes a small difference, or none.
"""

import json
import sys

METADATA = {
    "kernelspec": {"display_name": "Java", "language": "java", "name": "java"},
    "language_info": {
        "codemirror_mode": "java",
        "file_extension": ".jshell",
        "mimetype": "text/x-java-source",
        "name": "java",
        "pygments_lexer": "java",
    },
}


def lines(text):
    return text if isinstance(text, list) else text.splitlines(keepends=True)


def tidied(outputs):
    kept = []
    for output in outputs:
        kind = output["output_type"]
        if kind == "stream":
            if kept and kept[-1]["output_type"] == "stream" and kept[-1]["name"] == output["name"]:
                kept[-1]["text"] = lines("".join(kept[-1]["text"]) + "".join(output["text"]))
            else:
                kept.append({"name": output["name"], "output_type": kind, "text": lines(output["text"])})
        elif "image/png" in output.get("data", {}):
            image = output["data"]["image/png"]
            kept.append({
                "data": {"image/png": "".join(image).replace("\n", "")},
                "metadata": {},
                "output_type": "display_data",
            })
        else:
            kept.append(output)
    return kept


def main(path):
    with open(path, encoding="utf-8") as file:
        notebook = json.load(file)
    notebook["metadata"] = METADATA
    count = 0
    wrong = 0
    for cell in notebook["cells"]:
        cell["metadata"] = {}
        cell["source"] = lines(cell["source"])
        if cell["cell_type"] != "code":
            continue
        count += 1
        cell["execution_count"] = count
        cell["outputs"] = tidied(cell["outputs"])
        for output in cell["outputs"]:
            if output["output_type"] == "error" or output.get("name") == "stderr":
                print(f"{path}, cell {count}: {output}", file=sys.stderr)
                wrong = 1
    with open(path, "w", encoding="utf-8") as file:
        json.dump(notebook, file, indent=1, ensure_ascii=False)
        file.write("\n")
    return wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
