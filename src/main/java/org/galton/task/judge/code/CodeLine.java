package org.galton.task.judge.code;

import java.util.List;

/** What a line of Python looks like. */
final class CodeLine {
  private static final List<String> BEGINNINGS =
      List.of("import ", "from ", "def ", "class ", "async def ", "@", "#");

  private CodeLine() {}

  /** Whether a program or the body of a function may begin with it. */
  static boolean begins(String line) {
    return isIndented(line) || BEGINNINGS.stream().anyMatch(line::startsWith);
  }

  static boolean isIndented(String line) {
    return !line.isBlank() && (line.charAt(0) == ' ' || line.charAt(0) == '\t');
  }

  /** Whether some line defines a function or a class of this name, at any depth. */
  static boolean defines(String code, String name) {
    return code.lines().map(String::strip).anyMatch(line -> definesName(line, name));
  }

  /** The same, at the left margin. */
  static boolean definesAtMargin(String code, String name) {
    return code.lines().anyMatch(line -> definesName(line, name));
  }

  private static boolean definesName(String line, String name) {
    String rest = line.startsWith("async ") ? line.substring("async ".length()).strip() : line;
    for (String word : List.of("def", "class")) {
      if (rest.startsWith(word + " ")) {
        String named = rest.substring(word.length()).strip();
        return named.startsWith(name)
            && (named.length() == name.length()
                || !Character.isJavaIdentifierPart(named.charAt(name.length())));
      }
    }
    return rest.startsWith(name)
        && rest.substring(name.length()).strip().startsWith("=")
        && !rest.substring(name.length()).strip().startsWith("==");
  }
}
