package org.galton.program;

import java.util.List;

/** A part of a program that does something. */
interface Statement {
  /** How a statement ended. */
  enum End {
    NEXT,
    BREAK,
    CONTINUE,
    RETURN
  }

  End run(Frame frame);

  /** Where it begins. */
  int line();

  /** Statements one after the other, until one of them leaves the block. A fault says its line. */
  static End run(List<Statement> block, Frame frame) {
    for (Statement statement : block) {
      End end;
      try {
        end = statement.run(frame);
      } catch (ProgramException e) {
        throw e.at(statement.line());
      }
      if (end != End.NEXT) {
        return end;
      }
    }
    return End.NEXT;
  }
}
