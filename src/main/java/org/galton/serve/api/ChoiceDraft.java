package org.galton.serve.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galton.model.Completion;
import org.galton.model.llama.decoding.DrawnToken;

/** A choice while it is drawn: its tokens, and how much of its text has been sent. */
final class ChoiceDraft {
  private final int index;
  private final TextTail tail;
  private final List<DrawnToken> tokens = new ArrayList<>();
  private Echoed echoed = Echoed.NONE;
  private int spelled;
  private Optional<Completion> completion = Optional.empty();

  ChoiceDraft(int index, List<String> stops) {
    this.index = index;
    this.tail = new TextTail(stops);
  }

  int index() {
    return index;
  }

  /** The answer begins with this; to be said before the first token. */
  void echo(Echoed prompt, TokenTexts texts) {
    echoed = prompt;
    prompt.first().ifPresent(id -> spell(id, texts));
    prompt.others().forEach(token -> spell(token.id(), texts));
  }

  Echoed echoed() {
    return echoed;
  }

  /** False for a token that is told a second time. */
  boolean add(DrawnToken token) {
    return token.place() == tokens.size() && tokens.add(token);
  }

  void end(Completion drawn) {
    completion = Optional.of(drawn);
  }

  List<DrawnToken> tokens() {
    return tokens;
  }

  List<Integer> ids() {
    return tokens.stream().map(DrawnToken::id).toList();
  }

  /** Code points before the token that was drawn last; to be asked once for each token. */
  int offset(TokenTexts texts) {
    int before = spelled;
    spell(tokens.get(tokens.size() - 1).id(), texts);
    return before;
  }

  private void spell(int id, TokenTexts texts) {
    String text = texts.of(id);
    spelled += text.codePointCount(0, text.length());
  }

  TextTail tail() {
    return tail;
  }

  /** Nothing while it is drawn. */
  Optional<Completion> completion() {
    return completion;
  }
}
