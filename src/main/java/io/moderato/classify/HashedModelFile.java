package io.moderato.classify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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
    packed(model, language, Map.of()).serialize(file);
  }

  /** The same as bytes. @param entries what else its manifest says */
  public static byte[] bytes(
      HashedLinearModel model, String language, Map<String, String> entries) {
    var bytes = new ByteArrayOutputStream();
    try {
      packed(model, language, entries).serialize(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static DoccatModel packed(
      HashedLinearModel model, String language, Map<String, String> entries) {
    register();
    FeatureGenerator[] generators = {new HashedFeatureGenerator()};
    return new DoccatModel(language, model, entries, new DoccatFactory(generators));
  }

  /**
   * Reads the file.
   *
   * @throws IOException if it is no such model, or damaged
   */
  public static HashedLinearModel read(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return read(in);
    }
  }

  /**
   * Reads the same from bytes.
   *
   * @throws IOException if it is no such model, or damaged
   */
  public static HashedLinearModel read(byte[] file) throws IOException {
    return read(new ByteArrayInputStream(file));
  }

  /**
   * What the file's manifest says under a name; empty where it says nothing.
   *
   * @throws IOException if it is damaged
   */
  public static Optional<String> entry(byte[] file, String name) throws IOException {
    register();
    return Optional.ofNullable(unpacked(new ByteArrayInputStream(file)).getManifestProperty(name));
  }

  private static HashedLinearModel read(InputStream in) throws IOException {
    register();
    var model = unpacked(in).getMaxentModel();
    if (model instanceof HashedLinearModel hashed) {
      return hashed;
    }
    throw new IOException("the file holds another kind of OpenNLP model");
  }

  private static DoccatModel unpacked(InputStream in) throws IOException {
    try {
      return new DoccatModel(in);
    } catch (RuntimeException damaged) { // so OpenNLP, where parts are missing
      throw new IOException("the file is damaged", damaged);
    }
  }
}
