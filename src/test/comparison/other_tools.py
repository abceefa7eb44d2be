#!/usr/bin/env python3
"""Measures other programs on the rows that `moderato evaluate --data DIR --rows FILE` wrote, beside the shipped model's scores.

    other_tools.py ROWS [--compared FILE.json] [--label SPAM] [--tools sklearn,fasttext,bogofilter,spamassassin] [--json FILE] [--plot FILE.svg]

Each program is trained on the rows of part "train" that tell the label (a share of half the annotators counts as having it) and scores those of part
"test" of all sets that tell the label both ways. SpamAssassin is slow: it learns from, and is measured on, fewer texts, drawn by their hash.
CPU time is that of a comment on one core, less what the program takes to start. FILE.json is what `moderato evaluate --data DIR --compare --json` says:
OpenNLP's own trainers and the CPU time of the shipped model. Tools that are not installed are left out with a message.
Debian: apt-get install python3-sklearn python3-matplotlib fasttext bogofilter spamassassin
"""
import argparse, hashlib, itertools, json, os, re, resource, shutil, subprocess, sys, tempfile, time
from collections import namedtuple
from email.message import EmailMessage

SPAMASSASSIN_LEARNS = 5000  # it takes a hundredth of a second for each
SPAMASSASSIN_JUDGES = 150  # of each set: it takes a tenth of a second for each
TIMED = 1000  # texts on which what runs inside this process is timed

Row = namedtuple("Row", "set use part pools text has score")


def read(path, label):
    with open(path, encoding="utf-8", errors="replace") as file:
        for line in file:
            row = json.loads(line)
            if label in row["labels"]:
                text = " ".join(row["text"].encode("utf-8", "replace").decode("utf-8").split())
                pools = row["pools"].get(label, [])
                yield Row(row["set"], row["use"], row["part"], pools, text, row["labels"][label] >= 0.5, row["scores"][label])


def drawn(rows):
    """In an order that hangs on nothing but the texts."""
    return sorted(rows, key=lambda row: hashlib.sha256(row.text.encode("utf-8")).digest())


def auc(scored):
    """How often one with the label scores above one without; a tie counts half."""
    ranks, order, at = {}, sorted(score for score, _ in scored), 0
    while at < len(order):
        end = at
        while end < len(order) and order[end] == order[at]:
            end += 1
        ranks[order[at]] = (at + end + 1) / 2
        at = end
    having = [ranks[score] for score, has in scored if has]
    n, m = len(having), len(scored) - len(having)
    return (sum(having) - n * (n + 1) / 2) / (n * m) if n and m else None


def caught(scored):
    """The share of those with the label that is caught where at most 2 % of those without it are."""
    hits = alarms = 0
    without = sum(not has for _, has in scored)
    for _, tied in itertools.groupby(sorted(scored, reverse=True), key=lambda each: each[0]):
        tied = [has for _, has in tied]
        alarms += tied.count(False)
        if alarms > 0.02 * without:
            break
        hits += tied.count(True)
    return hits / (len(scored) - without)


def children_cpu(command, **kwargs):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **kwargs)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return done.stdout.decode("utf-8", "replace"), after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime



def sklearn(train, test, folder):
    """As each tool: given texts with their label, texts to score, both in an order drawn by hash, and an empty folder, it yields name, scores and CPU seconds."""
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.linear_model import LogisticRegression
        from sklearn.naive_bayes import MultinomialNB
    except ImportError:
        return print("scikit-learn is not installed, left out", file=sys.stderr)
    for name, model in (("scikit-learn, logistic regression", LogisticRegression(C=4, solver="liblinear")), ("scikit-learn, naive Bayes", MultinomialNB())):
        vectors = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
        model.fit(vectors.fit_transform(t for t, _ in train), [has for _, has in train])
        before = time.process_time()
        scores = [model.predict_proba(vectors.transform([t]))[0, 1] for t in test[:TIMED]]
        cpu = (time.process_time() - before) / max(1, len(scores))
        yield name, model.predict_proba(vectors.transform(test))[:, 1].tolist(), cpu


def fasttext(train, test, folder):
    if not shutil.which("fasttext"):
        return print("fastText is not installed, left out", file=sys.stderr)
    tokens = lambda text: " ".join(text.lower().split()) or "."
    with open(folder + "/train.txt", "w", encoding="utf-8") as out:
        out.writelines("__label__%s %s\n" % ("yes" if has else "no", tokens(t)) for t, has in train)
    with open(folder + "/test.txt", "w", encoding="utf-8") as out:
        out.writelines(tokens(t) + "\n" for t in test)
    open(folder + "/one.txt", "w").write(".\n")
    children_cpu(["fasttext", "supervised", "-input", folder + "/train.txt", "-output", folder + "/ft", "-wordNgrams", "2", "-minn", "2", "-maxn", "5",
                  "-dim", "16", "-epoch", "5", "-lr", "0.5", "-bucket", "200000", "-thread", "1", "-verbose", "0"])
    predict = ["fasttext", "predict-prob", folder + "/ft.bin", "%s", "2"]
    _, start = children_cpu([part % (folder + "/one.txt") if part == "%s" else part for part in predict])
    said, cpu = children_cpu([part % (folder + "/test.txt") if part == "%s" else part for part in predict])
    scores = []
    for line in said.splitlines():
        words = line.split()
        scores.append(float(words[words.index("__label__yes") + 1]) if "__label__yes" in words else 0.0)
    yield "fastText", scores, max(cpu - start, 0) / len(test)


def mail(text, number):
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "Reader <reader@comments.example>", "site@comments.example", "Comment"
    message["Date"], message["Message-ID"] = "Mon, 30 Nov 2026 10:00:00 +0000", "<%d@comments.example>" % number
    message.set_content(text)
    return message.as_bytes()


def write_mails(texts, path, numbered=False):
    with open(path, "wb") as out:
        for at, text in enumerate(texts):
            out.write(b"From reader@comments.example Mon Nov 30 10:00:00 2026\n" + mail(text, at if numbered else 0).replace(b"\nFrom ", b"\n>From ") + b"\n\n")
    return path


def bogofilter(train, test, folder):
    if not shutil.which("bogofilter"):
        return print("bogofilter is not installed, left out", file=sys.stderr)
    command = ["bogofilter", "-d", folder, "-M"]
    for flag, wanted in (("-s", True), ("-n", False)):
        with open(write_mails([t for t, has in train if has == wanted], folder + "/train.mbox"), "rb") as mails:
            children_cpu([*command, flag], stdin=mails)
    with open(write_mails(test[:1], folder + "/one.mbox"), "rb") as mails:
        _, start = children_cpu([*command, "-TT"], stdin=mails)
    with open(write_mails(test, folder + "/test.mbox"), "rb") as mails:
        said, cpu = children_cpu([*command, "-TT"], stdin=mails)
    yield "bogofilter", [float(line) for line in said.split()], max(cpu - start, 0) / len(test)


def spamassassin(train, test, folder):
    if not shutil.which("spamassassin") or not shutil.which("sa-learn"):
        return print("SpamAssassin is not installed, left out", file=sys.stderr)
    with open(folder + "/user_prefs", "w") as out:
        out.write("use_bayes 1\nbayes_auto_learn 0\nbayes_ignore_header Message-ID\nbayes_path %s/bayes\nadd_header all Bayes _BAYES_\n" % folder)
    prefs = "--prefspath=%s/user_prefs" % folder
    for flag, wanted in (("--spam", True), ("--ham", False)):
        mails = write_mails([t for t, has in train if has == wanted], folder + "/train.mbox")
        children_cpu(["sa-learn", prefs, "--local", "--no-sync", flag, "--mbox", mails])
    children_cpu(["sa-learn", prefs, "--sync"])

    def score(texts):
        """It answers in an order of its own. Of equal scores, of which there are many, the one is higher whose words look more like spam."""
        said, cpu = children_cpu(["spamassassin", prefs, "--local", "--mbox", write_mails(texts, folder + "/test.mbox", numbered=True)])
        scores = {}
        for message in re.split(r"^From reader@comments\.example ", said, flags=re.MULTILINE)[1:]:
            number, points, words = (re.search(pattern, message, re.MULTILINE) for pattern in
                                     (r"^Message-ID: <(\d+)@", r"^X-Spam-Status:.*?score=(-?[0-9.]+)", r"^X-Spam-Bayes: ([0-9.]+)"))
            scores[int(number[1])] = float(points[1]) + (float(words[1]) / 1000 if words else 0)
        return [scores[at] for at in sorted(scores)], cpu

    _, start = score(test[:1])
    scores, cpu = score(test)
    yield "SpamAssassin", scores, max(cpu - start, 0) / len(test)


TOOLS = {"sklearn": sklearn, "fasttext": fasttext, "bogofilter": bogofilter, "spamassassin": spamassassin}


def plot(results, path):
    try:
        import matplotlib
        matplotlib.use("svg")
        import matplotlib.pyplot as plt
    except ImportError:
        return print("matplotlib is not installed: no plot", file=sys.stderr)
    matplotlib.rcParams.update({"svg.hashsalt": "moderato", "svg.fonttype": "none", "font.family": "sans-serif", "font.size": 9, "axes.titlesize": 10})
    fig, panels = plt.subplots(1, len(results), figsize=(4.6 * len(results), 4.2), squeeze=False)
    for axes, (label, contenders) in zip(panels[0], results.items()):
        pool = next(iter(contenders["shipped"]["pools"]), None)
        points = [(each["pools"][pool]["auc"] if pool else mean(each["neverTrainedOn"]), 1 / each["cpu"], name) for name, each in contenders.items() if each["cpu"]]
        colour = lambda name: "#b3261e" if name == "shipped" else "#777777" if name.startswith("OpenNLP") else "#2b5c8a"
        axes.scatter([x for _, x, _ in points], [y for y, _, _ in points], s=24, c=[colour(name) for _, _, name in points], zorder=2)
        axes.set(xscale="log", title="%s: %s" % (label, pool or "mean of the sets never trained on"), xlabel="comments a second on one core", ylabel="AUC")
        axes.minorticks_off()
        axes.grid(alpha=0.3)
        lowest = float("inf")
        for y, x, name in sorted(points, reverse=True):  # from above, each a line below the one before
            height = axes.transData.transform((x, y))[1] * 72 / fig.dpi
            lowest = min(height, lowest - 11)
            left = x > 3000
            axes.annotate(name, (x, y), textcoords="offset points", xytext=(-7 if left else 7, lowest - height - 3), ha="right" if left else "left", weight="bold" if name == "shipped" else "normal")
    fig.tight_layout()
    fig.savefig(path, metadata={"Date": None})


def mean(sets):
    return sum(each["auc"] for each in sets.values()) / len(sets) if sets else None


def figures(rows, scores, cpu, learnt):
    """What a program's scores of test rows are worth."""
    def of(wanted):
        scored = [(score, row.has) for score, row in zip(scores, rows) if wanted(row)]
        return {"auc": auc(scored), "caughtAtTwoPercent": caught(scored)}

    def per_set(use):
        return {name: of(lambda row: row.set == name) for name in dict.fromkeys(row.set for row in rows if row.use == use)}

    pools = dict.fromkeys(pool for row in rows for pool in row.pools)
    return {"learnt": learnt, "judged": len(rows), "cpu": cpu, "trainedOn": per_set("TRAIN"), "neverTrainedOn": per_set("MEASURE"),
            "pools": {pool: of(lambda row: pool in row.pools) for pool in pools}}


def of_compared(contender):
    sets = lambda evaluations: {each["set"]: each for each in evaluations}
    return {"learnt": contender["rows"], "cpu": contender["microseconds"] / 1e6, "trainedOn": sets(contender["trainedOn"]),
            "neverTrainedOn": sets(contender["neverTrainedOn"]), "pools": sets(contender["pools"])}


def measure(path, label, tools, compared):
    rows = list(read(path, label))
    train = drawn(row for row in rows if row.part == "train")
    test = [row for row in rows if row.part == "test"]
    both_ways = {name for name in {row.set for row in test} if len({row.has for row in test if row.set == name}) == 2}
    order = {name: at for at, name in enumerate(dict.fromkeys(row.set for row in rows))}
    test = drawn(row for row in test if row.set in both_ways)
    some = [row for name in both_ways for row in [each for each in test if each.set == name][:SPAMASSASSIN_JUDGES]]
    results = {"shipped": figures(test, [row.score for row in test], compared[0]["microseconds"] / 1e6 if compared else None, len(train))}
    print("%s: %d texts to train on, %d to test" % (label, len(train), len(test)), file=sys.stderr)
    for tool in tools:
        slow = tool == "spamassassin"
        judged, learnt = (drawn(some), train[:SPAMASSASSIN_LEARNS]) if slow else (test, train)
        with tempfile.TemporaryDirectory() as folder:
            for name, scores, cpu in TOOLS[tool]([(row.text, row.has) for row in learnt], [row.text for row in judged], folder) or ():
                if len(scores) != len(judged):
                    print("%s answered %d of %d texts, left out" % (name, len(scores), len(judged)), file=sys.stderr)
                    continue
                results[name] = figures(judged, scores, cpu, len(learnt))
                print("%s done, %.0f µs a comment" % (name, cpu * 1e6), file=sys.stderr)
        if slow and name in results:
            results["shipped, on the texts of " + name] = figures(judged, [row.score for row in judged], None, len(train))
    results.update((each["name"], of_compared(each)) for each in compared[1:])
    for each in results.values():
        for part in ("trainedOn", "neverTrainedOn"):
            each[part] = dict(sorted(each[part].items(), key=lambda entry: order[entry[0]]))
    return results


def figure(value):
    return "–" if value is None else ("%.3f" % value).replace("0.", ".", 1)


def summary(label, results):
    """A line for each program."""
    first = results["shipped"]
    titles = [label, "texts trained on", "mean AUC of %d sets trained on" % len(first["trainedOn"]), "of %d never trained on" % len(first["neverTrainedOn"])]
    for pool in first["pools"]:
        titles += [pool + ", AUC", "R@2%"]
    print("\n| %s | CPU for a comment (µs) |\n|---%s|---|" % (" | ".join(titles), "|---" * (len(titles) - 1)))
    for name, each in results.items():
        cells = ["{:,}".format(each["learnt"]), figure(mean(each["trainedOn"])), figure(mean(each["neverTrainedOn"]))]
        for pool in first["pools"]:
            cells += [figure(each["pools"][pool]["auc"]), figure(each["pools"][pool]["caughtAtTwoPercent"])]
        print("| %s | %s | %s |" % (name, " | ".join(cells), "{:,.0f}".format(each["cpu"] * 1e6) if each["cpu"] else "–"))


def table(label, results):
    """A line for each set."""
    print("\n| %s, AUC | %s |\n|---|%s" % (label, " | ".join(results), "---|" * len(results)))
    for part in ("trainedOn", "neverTrainedOn"):
        for name in results["shipped"][part]:
            print("| %s | %s |" % (name, " | ".join(figure(each[part][name]["auc"]) for each in results.values())))


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("rows")
    options.add_argument("--label", action="append", help="default: SPAM and TOXIC")
    options.add_argument("--tools", default=",".join(TOOLS))
    options.add_argument("--compared", help="what evaluate --compare --json said")
    options.add_argument("--json", help="where to write all figures")
    options.add_argument("--plot", help="where to draw accuracy against speed, an SVG")
    given = options.parse_args()
    if not os.path.exists(given.rows):
        return print("There is no %s: write it with \"moderato evaluate --data DIR --rows %s\"; skipped" % (given.rows, given.rows))
    compared = json.load(open(given.compared, encoding="utf-8"))["labels"] if given.compared else {}
    results = {}
    for label in given.label or ["SPAM", "TOXIC"]:
        results[label] = measure(given.rows, label, given.tools.split(","), compared.get(label, []))
        summary(label, results[label])
        table(label, results[label])
    if given.json:
        json.dump(results, open(given.json, "w", encoding="utf-8"), indent=1, ensure_ascii=False)
    if given.plot:
        plot(results, given.plot)


if __name__ == "__main__":
    main()
