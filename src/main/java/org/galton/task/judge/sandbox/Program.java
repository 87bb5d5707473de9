package org.galton.task.judge.sandbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What is to be run.
 *
 * @param use what the sandbox does with it
 * @param pieces the program, then what its use needs: tests, or an entry point and arguments
 * @param input of its standard input; nothing but where the use is {@code STDIN}
 */
public record Program(Use use, List<String> pieces, String input) {
  /** What is done with a program. */
  public enum Use {
    /** Loaded, then each test is run beside it: all pass, or the first that fails is told. */
    TESTS,
    /** Run as a script. */
    STDIN,
    /** Loaded, then its entry point is called with a JSON value a line, and tells one. */
    CALL,
    /** Loaded, then its entry point is called with each of many lists of values, and tells all. */
    INPUTS
  }

  public Program {
    pieces = List.copyOf(pieces);
  }

  /** Run beside tests, all in one process. */
  public static Program tested(String program, List<String> tests) {
    return new Program(Use.TESTS, Stream.concat(Stream.of(program), tests.stream()).toList(), "");
  }

  public static Program script(String program, String input) {
    return new Program(Use.STDIN, List.of(program), input);
  }

  /**
   * @param arguments a JSON value a line
   */
  public static Program called(String program, String entryPoint, String arguments) {
    return new Program(Use.CALL, List.of(program, entryPoint, arguments), "");
  }

  /**
   * Called many times. It tells a JSON list of what was returned, in which a tuple is {@code
   * {"tuple": […]}}, and so for sets, dictionaries, complex numbers and bytes.
   *
   * @param inputs a JSON list of lists of arguments
   */
  public static Program solving(String program, String entryPoint, String inputs) {
    return new Program(Use.INPUTS, List.of(program, entryPoint, inputs), "");
  }

  /** As the harness reads it: lengths first. */
  byte[] bytes(String start, String nonce) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    StringBuilder head =
        new StringBuilder(use.name().toLowerCase(Locale.ROOT))
            .append(' ')
            .append(start)
            .append(' ')
            .append(nonce);
    List<byte[]> texts =
        pieces.stream().map(piece -> piece.getBytes(StandardCharsets.UTF_8)).toList();
    texts.forEach(text -> head.append(' ').append(text.length));
    all.writeBytes("%08d".formatted(head.length()).getBytes(StandardCharsets.US_ASCII));
    all.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
    texts.forEach(all::writeBytes);
    all.writeBytes(input.getBytes(StandardCharsets.UTF_8));
    return all.toByteArray();
  }
}
