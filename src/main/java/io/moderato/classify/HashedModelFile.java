package io.moderato.classify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.util.ext.ExtensionLoader;

/** A {@link HashedLinearModel} in an OpenNLP {@link DoccatModel} file, which stock OpenNLP loads and runs. */
public final class HashedModelFile {
  private HashedModelFile() {}

  /** Lets OpenNLP make our classes by name; call it before stock OpenNLP loads such a file. */
  public static void register() {
    ExtensionLoader.registerAllowedPackage(HashedLinearModel.class.getPackageName());
  }

  /**
   * Writes the file, replacing one that is there.
   *
   * @param language ISO code of the language the model was trained on
   */
  public static void write(HashedLinearModel model, String language, Path file) throws IOException {
    register();
    FeatureGenerator[] generators = {new HashedFeatureGenerator()};
    new DoccatModel(language, model, Map.of(), new DoccatFactory(generators)).serialize(file);
  }

  /**
   * Reads the file.
   *
   * @throws IOException if it is no such model, or damaged
   */
  public static HashedLinearModel read(Path file) throws IOException {
    register();
    var model = new DoccatModel(file).getMaxentModel();
    if (model instanceof HashedLinearModel hashed) {
      return hashed;
    }
    throw new IOException("%s holds another kind of OpenNLP model".formatted(file));
  }
}
