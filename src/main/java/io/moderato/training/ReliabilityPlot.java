package io.moderato.training;

import io.moderato.classify.Label;
import java.util.Locale;
import java.util.Map;

/** A card's reliability curves as an SVG: the closer to the diagonal, the more a score is a probability; the larger a dot, the more comments. */
final class ReliabilityPlot {
  private static final int SIZE = 400;
  private static final int LEFT = 56;
  private static final int TOP = 24;

  /** Of a rarer score the rate is a matter of a few texts. */
  private static final double LEAST_SHARE = 0.002;

  private static final Map<Label, String> COLOURS = Map.of(
      Label.SPAM, "#4477aa",
      Label.TOXIC, "#cc3311",
      Label.INSULT, "#ee7733",
      Label.OBSCENE, "#aa3377",
      Label.HATE, "#228833",
      Label.SEVERE_TOXIC, "#997700",
      Label.THREAT, "#555555");

  private ReliabilityPlot() {}

  static String of(ModelReport report) {
    var svg = new StringBuilder("""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 480" font-family="sans-serif" font-size="13">
        <title>Reliability of %s</title>
        <rect width="600" height="480" fill="#fff"/>
        <path d="M56 424V24M56 424H456" stroke="#333" fill="none"/>
        <path d="M56 424L456 24" stroke="#999" stroke-dasharray="4 4"/>
        <text x="256" y="464" text-anchor="middle">score (tenths with at least 0.2 %% of comments at large)</text>
        <text x="18" y="224" text-anchor="middle" transform="rotate(-90 18 224)">share that has the label</text>
        """.formatted(report.version()));
    for (int tenth = 0; tenth <= 10; tenth += 2) {
      svg.append(text(x(tenth / 10.0), TOP + SIZE + 18, "middle", "0." + tenth));
      svg.append(text(LEFT - 6, y(tenth / 10.0) + 4, "end", "0." + tenth));
    }
    int line = 0;
    for (var entry : report.labels().entrySet()) {
      String colour = COLOURS.getOrDefault(entry.getKey(), "#333");
      svg.append(curve(entry.getValue().reference().reliability(), colour));
      svg.append("<rect x=\"472\" y=\"%d\" width=\"12\" height=\"12\" fill=\"%s\"/>%n"
          .formatted(TOP + 24 * line, colour));
      svg.append(text(490, TOP + 11 + 24 * line, "start", entry.getKey().name()));
      line++;
    }
    return svg.append("</svg>\n").toString().replace("0.10<", "1<").replace(">0.0<", ">0<");
  }

  private static String curve(Reliability reliability, String colour) {
    var path = new StringBuilder();
    var dots = new StringBuilder();
    for (var bin : reliability.bins()) {
      if (bin.share() >= LEAST_SHARE) {
        path.append(path.isEmpty() ? 'M' : 'L').append(point(bin.score(), bin.rate()));
        dots.append(String.format(
            Locale.ROOT,
            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/>%n",
            x(bin.score()),
            y(bin.rate()),
            2 + 5 * Math.sqrt(bin.share()),
            colour));
      }
    }
    return "<path d=\"%s\" stroke=\"%s\" stroke-width=\"2\" fill=\"none\"/>%n%s"
        .formatted(path, colour, dots);
  }

  private static String point(double score, double rate) {
    return String.format(Locale.ROOT, "%.1f %.1f", x(score), y(rate));
  }

  private static String text(double x, double y, String anchor, String content) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"%s\">%s</text>%n",
        x,
        y,
        anchor,
        content);
  }

  private static double x(double share) {
    return LEFT + SIZE * share;
  }

  private static double y(double share) {
    return TOP + SIZE * (1 - share);
  }
}
