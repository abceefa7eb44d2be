package io.moderato.page;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The words of the pages in one language, from {@code messages/pages*.properties}. A message is an ICU message format, so it may count:
 * {@code {0, plural, one {# comment} other {# comments}}}. Thread-safe.
 */
public final class Messages {
  /** Of which there is a file each; the first is spoken with whoever reads none of them. */
  public static final List<String> LANGUAGES = List.of("en", "de");

  private static final List<Messages> ALL = LANGUAGES.stream()
      .map(language -> new Messages(Locale.forLanguageTag(language)))
      .toList();

  private final Locale locale;
  private final ResourceBundle bundle;
  private final ConcurrentMap<String, MessageFormat> formats = new ConcurrentHashMap<>();

  private Messages(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle(
        "messages.pages",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** @param language one of {@link #LANGUAGES}; whatever else gives the first */
  public static Messages in(String language) {
    return ALL.get(Math.max(0, LANGUAGES.indexOf(language)));
  }

  /** @param acceptLanguage the header of a browser; null or broken gives the first language */
  public static Messages accepted(@Nullable String acceptLanguage) {
    return in(bestOf(acceptLanguage).orElse(""));
  }

  private static Optional<String> bestOf(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.length() > 500) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(Locale.lookupTag(LanguageRange.parse(acceptLanguage), LANGUAGES));
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  /** BCP 47. */
  public String language() {
    return locale.getLanguage();
  }

  public Locale locale() {
    return locale;
  }

  /** @throws MissingResourceException if no message is called so */
  public String text(String key, Object... values) {
    return values.length == 0
        ? bundle.getString(key)
        : format(key).format(values, new StringBuffer(), null).toString();
  }

  /** The message, or {@code otherwise} where there is none: for words that sites bring along. */
  public String textOr(String key, String otherwise) {
    return bundle.containsKey(key) ? bundle.getString(key) : otherwise;
  }

  /** A format is not thread-safe, a copy of its own is. */
  private MessageFormat format(String key) {
    return (MessageFormat) formats
        .computeIfAbsent(
            key, name -> new MessageFormat(bundle.getString(name), ULocale.forLocale(locale)))
        .clone();
  }
}
