package io.moderato.dashboard;

import io.moderato.dashboard.DashboardView.Table;
import io.moderato.dashboard.DashboardView.Tile;
import io.moderato.desk.QueueView.Choice;
import java.util.List;

/**
 * What a site's own model is and how well it does, in words.
 *
 * @param sites to choose from
 * @param alarms what an admin should look at
 * @param models champion, challenger and former ones, the champion first
 * @param canRollBack whether a model serves that another can take the place of
 * @param figures drawn, each with its table
 * @param moved decisions of which champion and challenger think most differently
 * @param accounts whose word teaches
 */
public record ModelsView(
    String site,
    List<Choice> sites,
    String sentence,
    List<String> alarms,
    List<Tile> tiles,
    List<Model> models,
    boolean canRollBack,
    List<Table> figures,
    List<Moved> moved,
    List<Teacher> accounts) {
  /**
   * A model of the site's own.
   *
   * @param part it plays: champion, challenger or former, in words
   * @param onBase how it does on what hardly any site sees differently
   */
  public record Model(
      String part, String version, String trained, String examples, String onBase) {}

  /** @param at where the comment is */
  public record Moved(
      String comment, String at, String decided, String champion, String challenger) {}

  /**
   * An account whose decisions are learnt from.
   *
   * @param heard whether they are; else they were removed
   */
  public record Teacher(
      String account,
      String name,
      String examples,
      String agreement,
      String weight,
      boolean doubtful,
      boolean heard) {}
}
