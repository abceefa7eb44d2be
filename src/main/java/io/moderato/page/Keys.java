package io.moderato.page;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** The keys that act on the review page, and how they can be remapped; {@code g} and {@code ?} stay what they are. */
public final class Keys {
  private Keys() {}

  /** Names of what they do, in the order in which they are taught, to the key. */
  public static Map<String, String> defaults() {
    var keys = new LinkedHashMap<String, String>();
    keys.put("approve", "a");
    keys.put("spam", "s");
    keys.put("reject", "r");
    keys.put("escalate", "e");
    keys.put("skip", "j");
    keys.put("previous", "k");
    keys.put("undo", "u");
    keys.put("note", "n");
    keys.put("pick", "x");
    keys.put("all", "X");
    keys.put("history", "h");
    keys.put("author", "w");
    keys.put("open", "v");
    keys.put("search", "/");
    return keys;
  }

  /** Whether each is one character that no other one is, where the rest stays as it comes. */
  public static boolean areUsable(Map<String, String> remapped) {
    var all = defaults();
    if (!all.keySet().containsAll(remapped.keySet())) {
      return false;
    }
    all.putAll(remapped);
    return all.values().stream().allMatch(Keys::isOneKey)
        && new HashSet<>(all.values()).size() == all.size();
  }

  private static boolean isOneKey(String key) {
    return key.codePointCount(0, key.length()) == 1
        && !key.isBlank()
        && !key.equals("g")
        && !key.equals("?");
  }
}
