package org.galton.serve.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** The way of an answer back to its client. Each method fails once the client has gone. */
public interface AnswerChannel {
  /** All of it. */
  void answer(int status, ObjectNode body) throws IOException;

  /** An event of a stream; the first one begins it. */
  void event(ObjectNode piece) throws IOException;

  /** Ends a stream. */
  void done() throws IOException;

  /** Comes about twice a second until an answer that is sent in one piece is there. */
  void waiting() throws IOException;

  /** Comes about twice a second in a stream, whether or not it has events. */
  void waitingForEvents() throws IOException;
}
