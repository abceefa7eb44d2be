package io.moderato.cli;

import io.moderato.classify.OpenNlpClassifier;
import io.moderato.model.ModelStore;
import io.moderato.model.UnusableModelException;
import io.moderato.phrase.PhraseClassifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code moderato classify}: scores comments without a server and without storing anything. */
@Command(
    name = "classify",
    mixinStandardHelpOptions = true,
    description = {
      "Scores comments with the shipped models; stores nothing.",
      "",
      "Reads JSON Lines, one comment a line:",
      "  {\"id\": \"c-1\", \"text\": \"Great post!\", \"format\": \"text\", \"language\": \"en\"}",
      "\"format\" (text, html or markdown) and \"language\" may be left out; the language then is told from the text. \"post\" may be there and does not change the scores.",
      "",
      "Writes one line for each, in the same order:",
      "  {\"id\": \"c-1\", \"scores\": {\"SPAM\": 0.02, \"TOXIC\": 0.01}, \"language\": \"en\"}",
      "A score is a probability. A line that can't be read becomes",
      "  {\"line\": 7, \"error\": \"not JSON: …\"}",
      "and the others go on. Blank lines are passed over.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  echo '{\"id\": 1, \"text\": \"Free pills at www.pills.example\"}' | moderato classify --evidence"
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every line was scored",
      "1:a line could not be read; the others were scored",
      "2:wrong usage, or the models can't be used"
    })
public final class ClassifyCommand implements Callable<Integer> {
  /** No score is that high: no evidence is computed. */
  private static final double NEVER = 2;

  @Option(
      names = "--models",
      paramLabel = "DIR",
      defaultValue = "${env:MODERATO_MODELS_DIR:-models}",
      description =
          "The folder that holds base/model.bin, base/card.json and those of other languages (default: ${DEFAULT-VALUE}).")
  private Path models = Path.of("models");

  @Option(
      names = "--evidence",
      description =
          "Also names the words that speak for each label scored 0.3 and more, with offsets (UTF-16) and weights.")
  private boolean evidence;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "JSON Lines in UTF-8 (default: standard input).")
  private @Nullable Path file;

  /** For picocli. */
  public ClassifyCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    try (InputStream in = file == null ? System.in : Files.newInputStream(file)) {
      double evidenceFrom = evidence ? OpenNlpClassifier.EVIDENCE_FROM : NEVER;
      var classifier = new PhraseClassifier(
          new OpenNlpClassifier(new ModelStore(models).serving().byLanguage(), evidenceFrom));
      boolean allReadable = new ClassifyStream(new ClassifyLine(classifier, evidence), System.out)
          .run(new JsonLines(in));
      return allReadable ? ExitCode.OK : ExitCode.SOFTWARE;
    } catch (UnusableModelException e) {
      return fail(e.getMessage());
    } catch (NoSuchFileException e) {
      return fail("File %s is missing.".formatted(e.getFile()));
    } catch (IOException e) {
      return fail("Reading or writing failed: %s.".formatted(e.getMessage()));
    }
  }

  private int fail(@Nullable String why) {
    System.err.println(why);
    return ExitCode.USAGE;
  }
}
