package io.moderato.cli;

/** Exit statuses of commands, beside 0. */
final class ExitStatus {
  /** Some of the input could not be read; the rest was. */
  static final int PARTLY = 1;

  /** Nothing was done: what was asked for is not possible. */
  static final int UNUSABLE = 2;

  private ExitStatus() {}
}
