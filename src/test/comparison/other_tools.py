#!/usr/bin/env python3
"""Measures other programs on the rows that `moderato evaluate --data DIR --rows FILE` wrote, beside the shipped model's scores.

    other_tools.py ROWS [--label SPAM] [--tools sklearn,fasttext,bogofilter,spamassassin] [--most N] [--plot FILE.svg] [--json FILE]

Each program is trained on the rows of part "train" that tell the label (a share of half the annotators counts as having it) and scores those of
part "test". Per set: AUC. Per program: CPU time of a comment on one core, less what the program takes to start.
Tools that are not installed are left out with a message. Debian: apt-get install python3-sklearn python3-matplotlib fasttext bogofilter spamassassin
"""
import argparse, json, os, random, re, resource, shutil, subprocess, sys, tempfile, time
from email.message import EmailMessage

SEED = 1
SPAMASSASSIN_LEARNS = 5000  # drawn at random: it takes a hundredth of a second for each


def read(path, label):
    rows = []
    with open(path, encoding="utf-8", errors="replace") as file:
        for line in file:
            row = json.loads(line)
            if label in row["labels"]:
                text = " ".join(row["text"].encode("utf-8", "replace").decode("utf-8").split())
                rows.append((row["part"], row["set"], text, row["labels"][label] >= 0.5, row["scores"][label]))
    return rows


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


def children_cpu(command, **kwargs):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **kwargs)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return done.stdout.decode("utf-8", "replace"), after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def sklearn(train, test, folder):
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
        scores = [model.predict_proba(vectors.transform([t]))[0, 1] for t in test[:1000]]
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


def mail(text):
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "Reader <reader@comments.example>", "site@comments.example", "Comment"
    message["Date"], message["Message-ID"] = "Mon, 30 Nov 2026 10:00:00 +0000", "<1@comments.example>"
    message.set_content(text)
    return message.as_bytes()


def write_mails(texts, path):
    with open(path, "wb") as out:
        for text in texts:
            out.write(b"From reader@comments.example Mon Nov 30 10:00:00 2026\n" + mail(text).replace(b"\nFrom ", b"\n>From ") + b"\n\n")
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
        out.write("use_bayes 1\nbayes_auto_learn 0\nbayes_path %s/bayes\n" % folder)
    prefs = "--prefspath=%s/user_prefs" % folder
    for flag, wanted in (("--spam", True), ("--ham", False)):
        mails = write_mails([t for t, has in train[:SPAMASSASSIN_LEARNS] if has == wanted], folder + "/train.mbox")
        children_cpu(["sa-learn", prefs, "--local", "--no-sync", flag, "--mbox", mails])
    children_cpu(["sa-learn", prefs, "--sync"])

    def score(texts):
        said, cpu = children_cpu(["spamassassin", prefs, "--local", "--mbox", write_mails(texts, folder + "/test.mbox")])
        return re.findall(r"^X-Spam-Status:.*?score=(-?[0-9.]+)", said, re.MULTILINE), cpu

    _, start = score(test[:1])
    scores, cpu = score(test)
    yield "SpamAssassin", [float(each) for each in scores], max(cpu - start, 0) / len(test)


TOOLS = {"sklearn": sklearn, "fasttext": fasttext, "bogofilter": bogofilter, "spamassassin": spamassassin}


def plot(results, label, path):
    try:
        import matplotlib
        matplotlib.use("svg")
        import matplotlib.pyplot as plt
    except ImportError:
        return print("matplotlib is not installed: no plot", file=sys.stderr)
    matplotlib.rcParams.update({"svg.hashsalt": "moderato", "font.size": 9})
    fig, axes = plt.subplots(figsize=(6.4, 3.6))
    for name, figures in results.items():
        if figures["cpu"]:
            axes.plot(1 / figures["cpu"], figures["mean"], "o", color="#b3261e" if name == "shipped" else "#2b5c8a")
            axes.annotate(name, (1 / figures["cpu"], figures["mean"]), textcoords="offset points", xytext=(5, 4))
    axes.set_xscale("log")
    axes.set_xlabel("comments a second, one core")
    axes.set_ylabel("mean AUC, %s" % label)
    axes.margins(x=0.25, y=0.15)
    axes.grid(alpha=0.3)
    fig.tight_layout()
    fig.savefig(path, metadata={"Date": None})


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("rows")
    options.add_argument("--label", default="SPAM")
    options.add_argument("--tools", default=",".join(TOOLS))
    options.add_argument("--most", type=int, default=400, help="test texts of a set, drawn at random")
    options.add_argument("--shipped-micros", type=float, help="CPU of the shipped model for a comment, from evaluate --compare")
    options.add_argument("--more", help="JSON of other models: {name: {sets: {set: auc}, cpu: seconds}}")
    options.add_argument("--json")
    options.add_argument("--plot")
    given = options.parse_args()
    if not os.path.exists(given.rows):
        return print("There is no %s: write it with \"moderato evaluate --data DIR --rows %s\"; skipped" % (given.rows, given.rows))
    rows = read(given.rows, given.label)
    draw = random.Random(SEED)
    train = [(text, has) for part, _, text, has, _ in rows if part == "train"]
    draw.shuffle(train)
    test = []
    for name in dict.fromkeys(row[1] for row in rows):
        of = [row for row in rows if row[0] == "test" and row[1] == name]
        if len({row[3] for row in of}) == 2:
            test += draw.sample(of, min(given.most, len(of)))
    print("%s: %d texts to train on, %d to test, seed %d" % (given.label, len(train), len(test), SEED), file=sys.stderr)

    def per_set(scores):
        sets = dict.fromkeys(row[1] for row in test)
        return {name: auc([(s, row[3]) for s, row in zip(scores, test) if row[1] == name]) for name in sets}

    results = {"shipped": {"sets": per_set([row[4] for row in test]), "cpu": given.shipped_micros and given.shipped_micros / 1e6}}
    for tool in given.tools.split(","):
        with tempfile.TemporaryDirectory() as folder:
            for name, scores, cpu in TOOLS[tool](train, [row[2] for row in test], folder) or ():
                if len(scores) != len(test):
                    print("%s answered %d of %d texts, left out" % (name, len(scores), len(test)), file=sys.stderr)
                    continue
                results[name] = {"sets": per_set(scores), "cpu": cpu}
                print("%s done, %.0f µs a comment" % (name, cpu * 1e6), file=sys.stderr)
    if given.more:
        results.update(json.load(open(given.more)))
    for figures in results.values():
        figures["mean"] = sum(figures["sets"].values()) / len(figures["sets"])
    names = list(results)
    print("| AUC, %s | %s |\n|---|%s" % (given.label, " | ".join(names), "---|" * len(names)))
    for name in results["shipped"]["sets"]:
        print("| %s | %s |" % (name, " | ".join(("%.3f" % results[each]["sets"][name]).lstrip("0") for each in names)))
    print("| mean | %s |" % " | ".join(("%.3f" % results[each]["mean"]).lstrip("0") for each in names))
    print("| CPU for a comment (µs) | %s |" % " | ".join("%.0f" % (results[each]["cpu"] * 1e6) if results[each]["cpu"] else "–" for each in names))
    if given.json:
        json.dump(results, open(given.json, "w"), indent=1)
    if given.plot:
        plot(results, given.label, given.plot)


if __name__ == "__main__":
    main()
