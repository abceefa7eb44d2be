package io.moderato.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.moderato.classify.Label;
import io.moderato.model.ModelStore;
import io.moderato.model.UnusableModelException;
import io.moderato.training.BrokenRowException;
import io.moderato.training.BrokenRows;
import io.moderato.training.CardJson;
import io.moderato.training.ChallengeCategory;
import io.moderato.training.ChallengeComment;
import io.moderato.training.ChallengeTable;
import io.moderato.training.DataSet;
import io.moderato.training.DataSets;
import io.moderato.training.EvaluateModel;
import io.moderato.training.Evaluation;
import io.moderato.training.EvaluationTable;
import io.moderato.training.OwnExamples;
import io.moderato.training.Recipes;
import io.moderato.training.RobustnessTable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code moderato evaluate}: measures a model on the public data sets, or on the user's own comments. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures the models on the public data sets, or on your own labelled comments.",
    footer = {
      "",
      "Own comments are JSON Lines, {\"text\": \"…\", \"SPAM\": 1, \"TOXIC\": 0}, or a file",
      "of tab-separated fields with a header line: text, SPAM, TOXIC, …. Labels are",
      "0, 1 or a share of annotators between; one left out or empty is unknown.",
      "",
      "AUC: how often a comment with the label scores above one without. AP: average",
      "precision. R@2%: what is caught where 2 % of the comments without the label",
      "are. ECE: how far scores are from being probabilities. P, R, FP: precision,",
      "recall and share of the comments without the label that are caught, at the",
      "thresholds of the model's card. reference: comments at large, for which the",
      "scores are calibrated.",
      "",
      "Examples:",
      "  moderato evaluate --data data",
      "  moderato evaluate --data data --compare --label INSULT",
      "  moderato evaluate --data data --model de",
      "  moderato evaluate --file my-comments.jsonl --json",
      "  moderato evaluate --challenge src/main/resources/challenge/seen.tsv"
    })
public final class EvaluateCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Input input = new Input();

  /** Where the comments come from. */
  static final class Input {
    @Option(names = "--data", paramLabel = "DIR", description = "Public data sets.")
    private Path data = Path.of("");

    @Option(
        names = "--file",
        paramLabel = "FILE",
        description = "Own comments: .jsonl, .tsv, .tsv.gz.")
    private Path file = Path.of("");

    @Option(
        names = "--challenge",
        paramLabel = "FILE",
        description =
            "Contrasting pairs of comments (.tsv: id, category, pair, expected, text), with the phrases beside the model.")
    private Path challenge = Path.of("");
  }

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Folder of models. Default: ${DEFAULT-VALUE}")
  private Path models = Path.of("models");

  @Option(
      names = "--compare",
      description = {
        "With --data: train OpenNLP's own naive Bayes, perceptron, GIS and QN on the same",
        "texts, and print each one's AUC and CPU time beside the shipped model's. Takes",
        "some minutes with the two labels that are compared by default."
      })
  private boolean compare;

  @Option(
      names = "--label",
      paramLabel = "LABEL",
      description = "With --compare: which one; may be given again. Default: SPAM and TOXIC")
  private List<Label> labels = List.of(Label.SPAM, Label.TOXIC);

  @Option(
      names = "--card",
      description = {
        "With --data, of which nothing may be missing: write card.json, README.md and",
        "reliability.svg of the model anew, with what it measures now. It stays as it is."
      })
  private boolean card;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = {
        "Which one. Default: on public data sets all, one after the other; on own",
        "comments base"
      })
  private @Nullable String model;

  @Option(
      names = "--robustness",
      description = {
        "How spam and abuse in disguise fare, instead: words dressed up in the usual ways,",
        "and innocent words around. With --data alone."
      })
  private boolean robustness;

  @Option(
      names = "--rows",
      paramLabel = "FILE",
      description = {
        "With --data: write the texts of the split as JSON Lines, with labels and scores,",
        "for other programs to be measured on. Mind the licences of the data sets."
      })
  private @Nullable Path rows;

  @Option(names = "--json", description = "Every figure as JSON, reliability curves included.")
  private boolean json;

  @Option(
      names = "--skip-broken",
      description = "Tell of a row that can't be read and go on, instead of stopping at it.")
  private boolean skipBroken;

  @Override
  public Integer call() throws IOException {
    var err = spec.commandLine().getErr();
    Consumer<String> teller = line -> {
      err.println(line);
      err.flush();
    };
    var broken = skipBroken ? BrokenRows.skip(teller) : BrokenRows.STOP;
    try {
      if (model != null && !Recipes.names().contains(model)) {
        err.println("--model must be one of %s, was %s".formatted(Recipes.names(), model));
        return ExitStatus.UNUSABLE;
      }
      if (!input.challenge.toString().isEmpty()) {
        return showChallenge(load(model == null ? "base" : model)
            .onChallenge(ChallengeComment.read(input.challenge)));
      }
      return input.file.toString().isEmpty()
          ? onPublicSets(broken, teller)
          : show(load(model == null ? "base" : model).onOwn(OwnExamples.read(input.file, broken)));
    } catch (UnusableModelException | BrokenRowException e) {
      err.println(e.getMessage());
      return ExitStatus.UNUSABLE;
    } catch (NoSuchFileException e) {
      err.println("There is no file " + e.getFile());
      return ExitStatus.UNUSABLE;
    }
  }

  private EvaluateModel load(String name) throws IOException {
    return EvaluateModel.load(new ModelStore(models), name, models);
  }

  private int onPublicSets(BrokenRows broken, Consumer<String> teller) throws IOException {
    var sets = DataSets.all();
    var missing = DataSets.missing(sets, input.data);
    missing.forEach(file -> teller.accept("missing, left out: " + input.data.resolve(file)));
    var present = sets.stream().filter(set -> !missing.contains(set.file())).toList();
    if (present.isEmpty()) {
      teller.accept("There is no known data set in %s; models/README.md says where to get them."
          .formatted(input.data));
      return ExitStatus.UNUSABLE;
    }
    if (rows != null) {
      load(model == null ? "base" : model).writeRows(present, input.data, broken, teller, rows);
      return 0;
    }
    if (compare) {
      var base = load("base");
      if (!base.labels().containsAll(labels)) {
        teller.accept("--label must be of %s, was %s".formatted(base.labels(), labels));
        return ExitStatus.UNUSABLE;
      }
      var comparison = base.compare(present, input.data, broken, labels, teller);
      return print(json ? CardJson.of(comparison) : comparison.table());
    }
    var names = model == null ? Recipes.names() : List.of(model);
    if (card) {
      return missing.isEmpty() ? writeCards(names, sets, broken, teller) : ExitStatus.UNUSABLE;
    }
    if (robustness) {
      var report = load(names.get(0)).robustness(present, input.data, broken, teller);
      return print(json ? CardJson.of(report) : RobustnessTable.of(report));
    }
    var evaluations = new ArrayList<Evaluation>();
    for (var name : names) {
      evaluations.addAll(load(name).onPublicSets(present, input.data, broken, teller));
    }
    return show(evaluations);
  }

  private int writeCards(
      List<String> names, List<DataSet> sets, BrokenRows broken, Consumer<String> teller)
      throws IOException {
    for (var name : names) {
      load(name).writeCard(sets, input.data, broken, Clock.systemUTC(), teller);
      teller.accept("Written to " + models.resolve(name));
    }
    return 0;
  }

  private int show(List<Evaluation> evaluations) {
    return print(json ? CardJson.of(evaluations) : EvaluationTable.of(evaluations));
  }

  private int showChallenge(List<ChallengeCategory> categories) throws JsonProcessingException {
    return print(
        json ? new JsonMapper().writeValueAsString(categories) : ChallengeTable.of(categories));
  }

  private int print(String text) {
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
    return 0;
  }
}
