package io.moderato.site;

import java.util.List;

/**
 * What a site sets of the doors that speak other services' contracts.
 *
 * @param coralSecrets with which its Coral signs, each as Coral shows it; several while one is being replaced. They are kept
 *     readable, since a signature can't be checked against a hash
 * @param leaveOutUnsupported Perspective's analyze leaves an attribute out of the answer where it does not know the language,
 *     instead of refusing the whole request
 * @param ignoreImages OpenAI's moderations score the text beside an image, instead of refusing what holds one
 */
public record DoorSettings(
    List<String> coralSecrets, boolean leaveOutUnsupported, boolean ignoreImages) {
  public static final DoorSettings DEFAULT = new DoorSettings(List.of(), false, false);

  public DoorSettings {
    coralSecrets = List.copyOf(coralSecrets);
  }

  @Override
  public String toString() {
    return "DoorSettings[secrets hidden]";
  }
}
