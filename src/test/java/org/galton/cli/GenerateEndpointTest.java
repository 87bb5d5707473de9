package org.galton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.galton.model.Uniforms;
import org.galton.model.endpoint.MisbehavingServer;
import org.galton.model.endpoint.ServerFault;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class GenerateEndpointTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void drawsFromAServer() throws Exception {
    try (MisbehavingServer server =
        new MisbehavingServer(
            MisbehavingServer.Script.FLAWLESS, (prompt, seed, serial) -> "to " + prompt)) {
      assertThat(generate(server.source(), "-n", "2", "--system", "Be brief.", "--json")).isZero();

      JsonNode completions = new ObjectMapper().readTree(out.toString());
      assertThat(completions).hasSize(2);
      assertThat(completions.get(1).path("completion").asText()).isEqualTo("to 1+1?");
      assertThat(completions.get(1).path("completion_tokens").asInt()).isEqualTo(2);
      assertThat(completions.get(1).path("entropy_mean").isNull()).isTrue();
    }
  }

  @Test
  void aWrongNameIsAnErrorOfTheCommandLine() {
    assertThat(generate("endpoint:http://h/v1?modle=m")).isEqualTo(2);
    assertThat(err)
        .hasToString(
            """
            Cannot read model endpoint:http://h/v1: unknown key 'modle' (did you mean 'model'?)
            Cannot read model endpoint:http://h/v1: missing key 'model': expected the name by which the server knows it
            """);
  }

  @Test
  void whyARolloutCouldNotBeDrawnIsSaidOnStandardError() throws Exception {
    long second = Uniforms.seed(0, 1) >>> 33;
    try (MisbehavingServer server =
        new MisbehavingServer(
            (seed, attempt) -> seed == second ? Optional.of(ServerFault.BROKEN) : Optional.empty(),
            (prompt, seed, serial) -> "3")) {
      assertThat(generate(server.source("attempts=1"), "-n", "2")).isEqualTo(1);
      assertThat(out.toString()).isEqualTo("3\n");
      assertThat(err.toString())
          .isEqualTo(
              "Cannot draw completion 1: no completion in 1 attempts; in the last the server"
                  + " answered with status 500: [31mInternal Server Error\n");
    }
  }

  @Test
  void aModelOfTheHubIsNamedAsTheUserDidWithTheCommandThatFetchesIt() {
    assertThat(generate("Qwen/Qwen3-0.6B")).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("Cannot read model Qwen/Qwen3-0.6B: no such directory; expected ")
        .endsWith(
            "; a model of that name on the Hugging Face Hub is fetched by 'hf download"
                + " Qwen/Qwen3-0.6B --local-dir Qwen/Qwen3-0.6B', then the same command finds it\n");
  }

  private int generate(String model, String... options) {
    CommandLine galton = Galton.commandLine();
    galton.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String[] args = new String[options.length + 5];
    System.arraycopy(options, 0, args, 5, options.length);
    System.arraycopy(
        new String[] {"generate", "--model", model, "--prompt", "1+1?"}, 0, args, 0, 5);
    return galton.execute(args);
  }
}
