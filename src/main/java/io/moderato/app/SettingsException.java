package io.moderato.app;

import java.util.List;

/** Settings that can't be used; all mistakes at once, each a sentence that begins with its key. */
public final class SettingsException extends RuntimeException {
  private final List<String> mistakes;

  SettingsException(List<String> mistakes) {
    super(String.join(System.lineSeparator(), mistakes), null, false, false);
    this.mistakes = List.copyOf(mistakes);
  }

  public List<String> mistakes() {
    return mistakes;
  }
}
