package io.moderato.policy;

import java.util.regex.Pattern;

/** CEL's own messages, said in plainer words. */
final class CelPhrases {
  private static final int LONGEST = 300;
  private static final Pattern UNKNOWN =
      Pattern.compile("undeclared reference to '(.{1,100}?)' \\(in container ''\\).*");
  private static final Pattern OVERLOAD = Pattern.compile(
      "found no matching overload for '(.{1,100}?)' applied to '(.*?)'(?: \\(candidates.*)?",
      Pattern.DOTALL);

  private CelPhrases() {}

  static boolean isUnknownVariable(String message) {
    return UNKNOWN.matcher(message).matches();
  }

  static String plain(String message) {
    var unknown = UNKNOWN.matcher(message);
    if (unknown.matches()) {
      return "there is no function `%s`".formatted(unknown.group(1));
    }
    var overload = OVERLOAD.matcher(message);
    if (overload.matches()) {
      return overload(overload.group(1).replace("_", ""), overload.group(2));
    }
    var expecting = message.indexOf(" expecting {");
    var plain =
        (expecting > 0 ? message.substring(0, expecting) : message).replace("<EOF>", "the end");
    return plain.substring(0, Math.min(plain.length(), LONGEST));
  }

  private static String overload(String function, String types) {
    var isMixed = types.equals("(double, int)") || types.equals("(int, double)");
    return "`%s` can't be applied to %s%s"
        .formatted(
            function,
            types,
            isMixed ? "; write a whole number as 1.0, or convert with double(…)" : "");
  }
}
