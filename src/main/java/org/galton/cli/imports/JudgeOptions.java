package org.galton.cli.imports;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecKey;
import org.galton.spec.SpecSource;
import org.galton.task.Judge;
import org.galton.task.judge.JudgeKinds;
import picocli.CommandLine.Option;

/** Judges on the command line: each as a spec has it, or the name of its kind. */
final class JudgeOptions {
  private static final String NAME = "--judge";

  @Option(
      names = NAME,
      paramLabel = "JUDGE",
      description = {
        "Judge with Galton: a kind of judge such as math, or its keys as in a spec:"
            + " '{judge: choice, letters: A-D}'.",
        "Several times: figures are made of the first one's verdicts, and the others' stand beside."
      })
  private List<String> judges = List.of();

  /** In their order, each once; none where none is asked for. */
  List<Judge> judges() {
    List<Judge> read = judges.stream().map(text -> read(source(text, Map.of()))).toList();
    if (Set.copyOf(read.stream().map(Judge::scorer).toList()).size() < read.size()) {
      throw new InvalidInput("Invalid --judge: the same judge twice, expected each once");
    }
    return read;
  }

  /**
   * The same, where options of their own give keys of the one judge.
   *
   * @param keys with YAML values, by the option that gives each, such as {@code --marker}
   */
  List<Judge> judges(Map<String, String> keys) {
    if (keys.isEmpty()) {
      return judges();
    }
    String option = keys.keySet().iterator().next();
    if (judges.size() != 1 || isMapping(judges.get(0))) {
      throw new InvalidInput(
          ("Invalid %s: expected it beside one --judge that is a name, such as --judge numeric; write"
                  + " keys of others as in '{judge: numeric, marker: \"####\"}'")
              .formatted(option));
    }
    checkKnown(judges.get(0), keys.keySet());
    return List.of(read(source(judges.get(0), keys)));
  }

  /** The option is what the user wrote, and the key what the judge would complain about. */
  private static void checkKnown(String kind, Set<String> options) {
    if (JudgeKinds.all().named(kind).isEmpty()) {
      return;
    }
    List<String> known =
        source(kind, Map.of()).keys(JudgeKinds::read).stream().map(SpecKey::name).toList();
    for (String option : options) {
      if (!known.contains(key(option))) {
        throw new InvalidInput(
            "Invalid %s: --judge %s has no key '%s', expected one of %s"
                .formatted(option, kind, key(option), String.join(", ", known)));
      }
    }
  }

  private static Judge read(SpecSource source) {
    return source.read(JudgeKinds::read);
  }

  private static SpecSource source(String text, Map<String, String> keys) {
    StringBuilder yaml = new StringBuilder(isMapping(text) ? text : "judge: " + quoted(text));
    keys.forEach((option, value) -> yaml.append('\n' + key(option) + ": " + value));
    return new SpecSource(NAME, yaml.toString(), List.of());
  }

  private static boolean isMapping(String text) {
    return text.contains(":");
  }

  private static String key(String option) {
    return option.substring(2).replace('-', '_');
  }

  /** As YAML. */
  static String quoted(String text) {
    return TextNode.valueOf(text).toString();
  }
}
