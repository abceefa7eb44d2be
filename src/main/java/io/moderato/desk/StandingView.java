package io.moderato.desk;

/** What is decided of a campaign's comments that are still to come. */
public record StandingView(String site, String campaign, String sentence, String batch) {}
