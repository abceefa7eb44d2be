package io.moderato.training;

import java.util.List;

/** What the shipped model can't do, and what it must not be used for: the card says it to whoever loads the model. */
final class ModelLimits {
  static final List<String> LIMITS = List.of(
      "It knows words and parts of words, not what a sentence means: irony, quotation, negation and insults without a"
          + " rude word escape it, and a calm sentence with many rude words does not.",
      "It is measured on English only. Other languages score without meaning.",
      "Most of its hate and offence comes from tweets of 2017 and forums of 2015 to 2020; younger slang is unknown to it.",
      "Tweets were chosen by lists of slurs and labelled without their context, so that African-American English scores"
          + " higher than it should.",
      "Its spam is comments under music videos, text messages, posts on X and chat scams: little of it is what is sent to"
          + " blogs today, and spam that names no product and has no link passes.",
      "THREAT and SEVERE_TOXIC are not offered: all sets together hold too few of them to measure.",
      "Scores are probabilities for the rates stated with each label; on a site where abuse is rarer, fewer of the held"
          + " comments deserve it.");

  static final List<String> NOT_FOR = List.of(
      "Punishing, reporting or profiling people: it judges one text, never its author.",
      "Deciding without a person where an error does harm that can't be undone.",
      "Finding threats, self-harm or crimes.",
      "Comparing groups of people by their scores.");

  private ModelLimits() {}
}
