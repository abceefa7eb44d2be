package io.moderato;

import io.moderato.cli.ModeratoCommand;

/** The command line's entry. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(ModeratoCommand.run(args));
  }
}
