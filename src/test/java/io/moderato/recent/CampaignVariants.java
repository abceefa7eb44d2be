package io.moderato.recent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Slightly changed copies of one text, as those who send spam make them so that no two are equal. */
final class CampaignVariants {
  private static final Map<String, List<String>> SYNONYMS = Map.ofEntries(
      Map.entry("cheap", List.of("affordable", "inexpensive", "discounted")),
      Map.entry("best", List.of("finest", "greatest", "top")),
      Map.entry("earn", List.of("make", "gain", "collect")),
      Map.entry("money", List.of("cash", "income", "dollars")),
      Map.entry("free", List.of("complimentary", "gratis")),
      Map.entry("guaranteed", List.of("assured", "certain", "promised")),
      Map.entry("visit", List.of("see", "open", "check")),
      Map.entry("amazing", List.of("awesome", "incredible", "fantastic")),
      Map.entry("quick", List.of("fast", "rapid", "speedy")),
      Map.entry("website", List.of("site", "page", "homepage")),
      Map.entry("friends", List.of("mates", "buddies", "folks")),
      Map.entry("doctor", List.of("healer", "physician")),
      Map.entry("contact", List.of("reach", "message", "write")),
      Map.entry("profit", List.of("return", "gain", "revenue")),
      Map.entry("help", List.of("assist", "support")),
      Map.entry("home", List.of("house", "flat")),
      Map.entry("great", List.of("superb", "splendid", "excellent")),
      Map.entry("weeks", List.of("months", "days")));

  private static final String[] FILLERS = {
    "really",
    "honestly",
    "today",
    "friends",
    "totally",
    "guys",
    "actually",
    "everyone",
    "literally",
    "finally",
    "right",
    "seriously"
  };
  private static final String[] EMOJI = {"😀", "🔥", "💰", "✅", "👍", "🚀", "❤️", "👉"};
  private static final String[] ENDINGS = {
    "Hope this helps somebody out there.",
    "Have a wonderful weekend everybody!",
    "My cousin showed me this yesterday.",
    "Don't sleep on it.",
    "Tell your family as well."
  };
  private static final String LETTERS = "aeopcxyi";
  private static final String ALIKE = "аеорсхуі"; // Cyrillic

  private final Random random;

  CampaignVariants(long seed) {
    this.random = new Random(seed);
  }

  /** A copy with one to four changes. */
  String of(String text) {
    var words = new ArrayList<>(Arrays.asList(text.split(" ")));
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      change(words);
    }
    return String.join(" ", words);
  }

  private void change(List<String> words) {
    int at = random.nextInt(words.size());
    switch (random.nextInt(10)) {
      case 0 -> swap(words, at);
      case 1 -> synonyms(words);
      case 2 -> words.add(at, FILLERS[random.nextInt(FILLERS.length)]);
      case 3 -> words.add(at, Integer.toString(random.nextInt(100_000)));
      case 4 ->
        words.set(at, words.get(at) + List.of("!!", "...", ",", "?!", " -").get(random.nextInt(5)));
      case 5 -> words.replaceAll(this::withLookAlikes);
      case 6 -> words.add(at, EMOJI[random.nextInt(EMOJI.length)]);
      case 7 -> words.replaceAll(this::withAnotherLink);
      case 8 -> words.addAll(Arrays.asList(ENDINGS[random.nextInt(ENDINGS.length)].split(" ")));
      default -> cutSentence(words);
    }
  }

  private static void swap(List<String> words, int at) {
    if (at + 1 < words.size()) {
      words.add(at, words.remove(at + 1));
    }
  }

  /** Each word that has some, in one case of two. */
  private void synonyms(List<String> words) {
    words.replaceAll(word -> {
      var others = SYNONYMS.get(word.toLowerCase(java.util.Locale.ROOT));
      return others == null || random.nextBoolean()
          ? word
          : others.get(random.nextInt(others.size()));
    });
  }

  private String withLookAlikes(String word) {
    var changed = new StringBuilder();
    for (char letter : word.toCharArray()) {
      int index = LETTERS.indexOf(letter);
      changed.append(
          index >= 0 && !word.startsWith("http") && random.nextInt(3) == 0
              ? ALIKE.charAt(index)
              : letter);
    }
    return random.nextInt(4) == 0 && word.length() > 3
        ? changed.insert(2, '\u200B').toString()
        : changed.toString();
  }

  private String withAnotherLink(String word) {
    return word.startsWith("http")
        ? "https://site%d.example/%x".formatted(random.nextInt(50), random.nextInt())
        : word;
  }

  /** The last one, if something is left. */
  private static void cutSentence(List<String> words) {
    for (int i = words.size() - 2; i > words.size() / 2; i--) {
      if (words.get(i).endsWith(".") || words.get(i).endsWith("!")) {
        words.subList(i + 1, words.size()).clear();
        return;
      }
    }
  }
}
