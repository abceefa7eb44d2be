package io.moderato.moderator;

/** A password as it is stored: argon2id's own text, which holds parameters and salt. */
public record PasswordHash(String text) {
  @Override
  public String toString() {
    return "PasswordHash[hidden]";
  }
}
