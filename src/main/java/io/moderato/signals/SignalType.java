package io.moderato.signals;

/** What values a signal has, as rules see them. */
public enum SignalType {
  /** A whole number, at least 0. */
  COUNT,
  /** A number. */
  NUMBER,
  /** Yes or no. */
  FLAG,
  /** A text. */
  TEXT,
  /** A list of texts. */
  TEXTS
}
