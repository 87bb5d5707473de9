package org.galton.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecKey;
import org.galton.spec.SpecSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says how to set a key of the spec that was given as an option: {@code --rollouts 4}. */
public final class SpecAdvice {

  private SpecAdvice() {}

  /** A line for each option that is no option but a key; nothing where there is none. */
  public static List<String> of(ParameterException failure, String[] args) {
    Optional<TakesSpec> command = command(failure.getCommandLine());
    if (command.isEmpty() || !(failure instanceof UnmatchedArgumentException unmatched)) {
      return List.of();
    }
    SpecSource spec = spec(args);
    Set<SpecKey> keys = command.get().keys(spec);
    return unmatched.getUnmatched().stream()
        .filter(word -> word.startsWith("-"))
        .flatMap(option -> line(option, keys, value(option, args, spec)).stream())
        .toList();
  }

  private static Optional<TakesSpec> command(CommandLine command) {
    return Stream.concat(
            Stream.of(command.<Object>getCommand()), command.getMixins().values().stream())
        .filter(TakesSpec.class::isInstance)
        .map(TakesSpec.class::cast)
        .findFirst();
  }

  /** The options and values that were not understood may hide which word names the spec. */
  private static SpecSource spec(String[] args) {
    for (String word : args) {
      if (!word.startsWith("-")) {
        try {
          return SpecFile.read(new HomePath().convert(word), List.of());
        } catch (InvalidInput | CommandLine.TypeConversionException e) {
          // Perhaps an option's value: the next word may name the spec.
        }
      }
    }
    return new SpecSource("", "", List.of());
  }

  private static String name(String option) {
    return option.replaceFirst("=.*", "");
  }

  private static String value(String option, String[] args, SpecSource spec) {
    int equals = option.indexOf('=');
    if (equals >= 0) {
      return option.substring(equals + 1);
    }
    int next = Arrays.asList(args).indexOf(option) + 1;
    boolean given =
        next < args.length && !args[next].startsWith("--") && !args[next].equals(spec.name());
    return given ? args[next] : "VALUE";
  }

  private static Optional<String> line(String option, Set<SpecKey> keys, String value) {
    String name = name(option);
    List<SpecKey> meant = meant(name.replaceFirst("^-+", "").replace('-', '_'), keys);
    if (meant.isEmpty()) {
      return Optional.empty();
    }
    String advice =
        meant.stream()
            .map(key -> "--set " + ShellWord.of(key.assignment(value)))
            .collect(Collectors.joining(" "));
    return Optional.of(
        "Unknown option '%s': it is a key of the spec; write %s".formatted(name, advice));
  }

  /** The key of that path; without one, all keys of that name, in whatever section they are. */
  private static List<SpecKey> meant(String name, Set<SpecKey> keys) {
    List<SpecKey> whole = new ArrayList<>();
    List<SpecKey> parts = new ArrayList<>();
    for (SpecKey key : keys) {
      if (key.kind() == SpecKey.Kind.SECTION) {
        continue;
      }
      if (key.path().equals(name)) {
        whole.add(key);
      } else if (key.name().equals(name)
          || key.pathOfNames().replace('.', '_').equals(name.replace('.', '_'))) {
        parts.add(key);
      }
    }
    return whole.isEmpty() ? parts : whole;
  }
}
