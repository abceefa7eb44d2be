package io.moderato.learning;

import io.moderato.learning.TasteSimulation.Window;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Simulated sites as a table and as a plot. */
final class LearningCurves {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 300;
  private static final int LEFT = 50;
  private static final int BOTTOM = 40;
  private static final int MOST_DECISIONS = 5000;
  private static final double MOST_ERRORS = 0.2;
  private static final List<String> COLOURS = List.of("#0b6", "#06c", "#c60", "#909");

  private LearningCurves() {}

  static String table(Map<String, List<Window>> sites) {
    var table = new StringBuilder();
    sites.forEach((name, windows) -> {
      table.append("\n").append(name).append("\n\n");
      int number = 0;
      for (var window : windows) {
        table.append(String.format(
            Locale.ROOT,
            "| %,d to %,d | %d | %d | %d | %.0f %% | %d | %d | %d of %d |%n",
            number,
            number + window.decisions(),
            window.rejected(),
            window.baseErrors(),
            window.errors(),
            100 * window.gone(),
            window.goodHeldByBase(),
            window.goodHeld(),
            window.goodRejected(),
            window.good()));
        number += window.decisions();
      }
    });
    return table.toString();
  }

  /** Errors of a hundred decisions over time: dashed the base model alone, drawn through with the site's own. */
  static String plot(Map<String, List<Window>> sites) {
    var svg = new StringBuilder(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif' font-size='12'>\n"
            .formatted(WIDTH, HEIGHT));
    svg.append("<rect width='100%' height='100%' fill='#fff'/>\n");
    for (int percent = 0; percent <= 20; percent += 5) {
      double y = y(percent / 100.0);
      svg.append(
          "<path d='M%d %.1fH%d' stroke='#ddd'/><text x='%d' y='%.1f' text-anchor='end'>%d %%</text>%n"
              .formatted(LEFT, y, WIDTH - 10, LEFT - 6, y + 4, percent));
    }
    for (int decisions = 0; decisions <= MOST_DECISIONS; decisions += 1000) {
      svg.append("<text x='%.1f' y='%d' text-anchor='middle'>%,d</text>%n"
          .formatted(x(decisions), HEIGHT - BOTTOM + 18, decisions));
    }
    svg.append("<text x='%d' y='%d' text-anchor='middle'>decisions of the moderator</text>\n"
        .formatted(WIDTH / 2, HEIGHT - 4));
    int line = 0;
    for (var site : sites.entrySet()) {
      var colour = COLOURS.get(line % COLOURS.size());
      svg.append(curve(site.getValue(), Window::baseErrors, colour, "stroke-dasharray='3 4'"));
      svg.append(curve(site.getValue(), Window::errors, colour, "stroke-width='2'"));
      svg.append("<text x='%d' y='%d' fill='%s'>%s</text>\n"
          .formatted(LEFT + 330 * (line % 2), 14 + 16 * (line / 2), colour, site.getKey()));
      line++;
    }
    return svg.append("</svg>\n").toString();
  }

  private static String curve(
      List<Window> windows, ToIntFunction<Window> errors, String colour, String look) {
    var path = new StringBuilder();
    int seen = 0;
    for (var window : windows) {
      double middle = seen + window.decisions() / 2.0;
      path.append(path.isEmpty() ? "M" : "L")
          .append("%.1f %.1f"
              .formatted(x(middle), y(errors.applyAsInt(window) / (double) window.decisions())));
      seen += window.decisions();
    }
    return "<path d='%s' fill='none' stroke='%s' %s/>\n".formatted(path, colour, look);
  }

  private static double x(double decisions) {
    return LEFT + decisions / MOST_DECISIONS * (WIDTH - LEFT - 10);
  }

  private static double y(double share) {
    double top = 40;
    return HEIGHT - BOTTOM - share / MOST_ERRORS * (HEIGHT - BOTTOM - top);
  }
}
