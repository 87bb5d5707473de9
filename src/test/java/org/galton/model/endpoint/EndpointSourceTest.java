package org.galton.model.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.galton.spec.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EndpointSourceTest {
  private static final String SECRET = "sk-Very5ecret";

  @Test
  void onlyTheAddressAndTheModelsNameAreNeeded() {
    assertThat(EndpointSource.parse("endpoint:http://localhost:8000/v1?model=Qwen/Qwen3-8B"))
        .isEqualTo(
            new EndpointSource(
                URI.create("http://localhost:8000/v1"),
                "Qwen/Qwen3-8B",
                Optional.empty(),
                Optional.empty(),
                64,
                Duration.ofMinutes(10),
                8,
                1,
                Set.of(),
                "max_tokens"));
  }

  @Test
  void everyKeyIsRead() {
    EndpointSource source =
        EndpointSource.parse(
            "endpoint:https://host/api/?model=a%26b+c&revision=9f3&key_variable=VLLM_TOKEN"
                + "&in_flight=7&timeout=30&attempts=2&n=16"
                + "&omit=top_k,min_p&max_tokens_key=max_completion_tokens");

    assertThat(source)
        .isEqualTo(
            new EndpointSource(
                URI.create("https://host/api/"),
                "a&b+c",
                Optional.of("9f3"),
                Optional.of("VLLM_TOKEN"),
                7,
                Duration.ofSeconds(30),
                2,
                16,
                Set.of("min_p", "top_k"),
                "max_completion_tokens"));
    assertThat(source.at("completions")).hasToString("https://host/api/completions");
  }

  @Test
  void theIdentityIsWhatTheUserDeclaresWhereverTheServerStands() {
    EndpointSource here = EndpointSource.parse("endpoint:http://a/v1?model=m&revision=2&n=4");
    EndpointSource there = EndpointSource.parse("endpoint:http://b/v1?model=m&revision=2");
    EndpointSource other = EndpointSource.parse("endpoint:http://a/v1?model=m&revision=3");

    assertThat(here.card().name()).isEqualTo("m@2");
    assertThat(here.card().digest()).isEqualTo(there.card().digest()).isEqualTo("endpoint:m@2");
    assertThat(here.card().digest()).isNotEqualTo(other.card().digest());
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    assertThatThrownBy(
            () -> EndpointSource.parse("endpoint:http://h/v1?in_fligth=3&timeout=0&n=2&n=3"))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            """
            Cannot read model endpoint:http://h/v1: unknown key 'in_fligth' (did you mean 'in_flight'?)
            Cannot read model endpoint:http://h/v1: key 'n' is given twice: expected it once
            Cannot read model endpoint:http://h/v1: missing key 'model': expected the name by which the server knows it
            Cannot read model endpoint:http://h/v1: 'timeout' is '0': expected a whole number from 1 to 86,400""");
  }

  @Test
  void anAddressMustBeOne() {
    assertThatThrownBy(() -> EndpointSource.parse("endpoint:localhost:8000/v1?model=m"))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot read a model's name that begins with endpoint: what follows is no address of a"
                + " server; expected http:// or https:// with a host and without user, password"
                + " and #, as in endpoint:http://localhost:8000/v1?model=NAME");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "endpoint:http://h/v1?model=m&key_variable=" + SECRET,
        "endpoint:http://h/v1?model=m&api_key=" + SECRET,
        "endpoint:http://h/v1?model=m&" + SECRET,
        "endpoint:http://user:" + SECRET + "@h/v1?model=m",
        "endpoint:" + SECRET
      })
  void aKeyInTheWrongPlaceIsNotShown(String source) {
    assertThatThrownBy(() -> EndpointSource.parse(source))
        .isInstanceOf(InvalidInput.class)
        .message()
        .doesNotContain(SECRET);
    assertThatThrownBy(() -> EndpointSource.check(source))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain(SECRET);
  }

  @Test
  void theVariablesNameIsUpperCase() {
    assertThatThrownBy(() -> EndpointSource.parse("endpoint:http://h?model=m&key_variable=k-1"))
        .hasMessage(
            "Cannot read model endpoint:http://h: 'key_variable' is no name of an environment"
                + " variable: expected upper-case letters, digits and _, as in VLLM_TOKEN; never put"
                + " the key itself here");
  }
}
