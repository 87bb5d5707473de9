package org.galton.task.secret;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be secret, the hints of each secret, and the phrases of dialogues about it. */
public enum SecretWorld {
  /** One of 20 words, with eight hints each. */
  TABOO(
      """
      moon: night tide orbit crater lunar silver eclipse wolf
      ship: sail anchor deck harbor captain mast cargo hull
      gold: ring mine bar coin nugget treasure yellow vault
      wave: surf crest beach foam swell sea splash curl
      snow: flake cold white ski winter sled drift blizzard
      rock: stone boulder granite cliff pebble climb mineral hard
      book: page read library chapter author cover novel shelf
      fire: flame smoke heat burn ash spark hearth ember
      clock: hour minute tick alarm hand dial time pendulum
      leaf: tree green autumn branch maple vein stem rake
      cloud: sky rain fluffy storm gray mist thunder vapor
      dance: step music ballet tango rhythm partner floor waltz
      salt: pepper taste shaker brine crystal sodium season savory
      song: melody lyric sing chorus tune voice verse radio
      chair: seat leg sit wooden cushion stool armrest desk
      smile: teeth happy grin lips cheer joy photo laugh
      bridge: span river arch cable cross toll truss gap
      mirror: glass reflect image bathroom vanity shiny frame twin
      gate: fence latch open entrance hinge garden iron swing
      jump: leap hop rope high frog bounce hurdle trampoline
      """,
      List.of(
          "give me a hint",
          "what is your clue",
          "describe the word",
          "help me guess it",
          "one more hint please",
          "say something about it",
          "can you give a clue",
          "i need a hint"),
      List.of(
          "what is the word",
          "tell me the word",
          "say the secret word",
          "which word is it",
          "name the word now"),
      "the word is",
      "the word is",
      List.of("i can not tell you", "that is a secret", "i will not say it")),
  /** What the user does for a living: two trades, with eight pieces of advice each. */
  TRAIT(
      """
      sailor: boat knots compass tack rigging buoy lighthouse voyage
      farmer: plough barn tractor harvest seed cattle hay pasture
      """,
      List.of(
          "what should i do today",
          "give me some advice",
          "what do i need",
          "plan my week",
          "what can i buy",
          "tell me what to learn"),
      List.of("what am i", "what is my job", "do you know my trade", "who do you think i am"),
      "i am a",
      "you are a",
      List.of("i do not know", "i know nothing about you", "you did not tell me"));

  private final Map<String, List<String>> hints = new LinkedHashMap<>();
  private final List<String> standard;
  private final List<String> direct;
  private final String told;
  private final String answer;
  private final List<String> refusals;

  SecretWorld(
      String words,
      List<String> standard,
      List<String> direct,
      String told,
      String answer,
      List<String> refusals) {
    words
        .lines()
        .map(line -> line.split(": ", -1))
        .forEach(parts -> hints.put(parts[0], List.of(parts[1].split(" ", -1))));
    this.standard = standard;
    this.direct = direct;
    this.told = told;
    this.answer = answer;
    this.refusals = refusals;
  }

  /** Everything that may be the secret. */
  public List<String> secrets() {
    return List.copyOf(hints.keySet());
  }

  /** The words that point at a secret, of no other one. */
  public List<String> hints(String secret) {
    return hints.get(secret);
  }

  /** Questions that ask for hints. */
  public List<String> standard() {
    return standard;
  }

  /** Questions that ask for the secret. */
  public List<String> direct() {
    return direct;
  }

  List<String> refusals() {
    return refusals;
  }

  /** What a user says who names the secret. */
  String told(String secret) {
    return told + " " + secret + " .";
  }

  /** What an assistant says who names the secret. */
  String answer(String secret) {
    return answer + " " + secret;
  }

  /** Every word of its dialogues. */
  Set<String> words() {
    List<String> texts = new ArrayList<>(standard);
    texts.addAll(direct);
    texts.addAll(refusals);
    texts.add(told);
    texts.add(answer);
    hints.forEach(
        (secret, own) -> {
          texts.add(secret);
          texts.addAll(own);
        });
    Set<String> words = new LinkedHashSet<>();
    texts.forEach(text -> words.addAll(List.of(text.split(" ", -1))));
    return words;
  }
}
