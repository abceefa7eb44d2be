package io.moderato.training;

import io.moderato.classify.HashedModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;

/** Rebuilds the shipped models from the public data sets, each with its card and its readable report. */
public final class TrainModels {
  private final Path data;
  private final Path out;
  private final String release;
  private final long seed;
  private final BrokenRows broken;
  private final Clock clock;
  private final Consumer<String> progress;

  /**
   * Sets up a training.
   *
   * @param data folder of the data sets
   * @param out folder of models; each goes into its own folder there
   * @param release that the cards state
   * @param clock tells the card's date
   */
  public TrainModels(
      Path data,
      Path out,
      String release,
      long seed,
      BrokenRows broken,
      Clock clock,
      Consumer<String> progress) {
    this.data = data;
    this.out = out;
    this.release = release;
    this.seed = seed;
    this.broken = broken;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Trains, measures and writes one model; takes a few minutes at most.
   *
   * @param name one of {@link Recipes#names()}
   */
  public ModelReport train(String name) throws IOException {
    var recipe = Recipes.of(name);
    var sets = recipe.sets(DataSets.all());
    progress.accept("Model %s: reading the data sets".formatted(name));
    var corpus = Corpus.read(sets, data, seed, broken, progress);
    progress.accept("Model %s: training".formatted(name));
    var trained = new Trainer(corpus, recipe, seed, progress).train(example -> true);
    Path folder = Files.createDirectories(out.resolve(name));
    HashedModelFile.write(trained.model(), recipe.languages().get(0), folder.resolve("model.bin"));
    return new WriteCard(recipe, sets, data, corpus, seed, clock, progress)
        .write(trained, folder, recipe.name() + "@" + release);
  }
}
