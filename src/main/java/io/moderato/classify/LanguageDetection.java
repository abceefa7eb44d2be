package io.moderato.classify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/** OpenNLP's language detector with its 103 languages; loaded when it is first asked. Thread-safe. */
final class LanguageDetection {
  private static final String RESOURCE = "/langdetect-183.bin";
  /** More tells it little more and costs milliseconds. */
  private static final int MOST_UNITS = 300;

  /** Ten times what each of its 103 languages would get by chance; sentences that it gets right get 0.15 and more. */
  private static final double LEAST_CONFIDENCE = 0.1;

  /** ISO 639-3 to BCP 47, which prefers two letters; the detector tells Mandarin from other Chinese languages. */
  private static final Map<String, String> CODES = codes();

  private static final LanguageDetectorModel MODEL = model();

  private LanguageDetection() {}

  /** The detected language, or the other answer where the detector is not sure. */
  static String languageOf(String seen, String otherwise) {
    var start = seen.substring(0, Math.min(seen.length(), MOST_UNITS));
    var best = new LanguageDetectorME(MODEL).predictLanguage(start);

    return best.getConfidence() < LEAST_CONFIDENCE
        ? otherwise
        : CODES.getOrDefault(best.getLang(), best.getLang());
  }

  private static LanguageDetectorModel model() {
    try (InputStream in = LanguageDetection.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the program");
      }
      return new LanguageDetectorModel(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> codes() {
    var codes = Arrays.stream(Locale.getISOLanguages())
        .filter(code -> code.length() == 2)
        .collect(Collectors.toMap(
            code -> new Locale(code).getISO3Language(), Function.identity(), (one, other) -> one));
    codes.put("cmn", "zh");
    return Map.copyOf(codes);
  }
}
