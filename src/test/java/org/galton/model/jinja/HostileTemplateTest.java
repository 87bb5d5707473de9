package org.galton.model.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.spec.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Templates that would take hours or all memory if they were charged by their steps alone. Each is
 * refused, or its text is bounded; what it allocates on the way bounds its time as well, without a
 * clock.
 */
final class HostileTemplateTest {
  private static final String LONG = "{% set a = 'a' * 2000000 %}";
  private static final String MANY = "{% set l = range(100000) | list %}";
  private static final String FULL = "{% set n = namespace(v=['x']) %}";

  /** Each value holds the one before twice: 2^60 leaves, of which memory holds 60 lists. */
  private static final String DOUBLED =
      FULL + "{% for i in range(60) %}{% set n.v = [n.v, n.v] %}{% endfor %}";

  private static final String DOUBLED_TUPLE =
      FULL + "{% for i in range(60) %}{% set n.v = (n.v, n.v) %}{% endfor %}";
  private static final String DOUBLED_MAPPING =
      FULL + "{% for i in range(60) %}{% set n.v = {'a': n.v, 'b': n.v} %}{% endfor %}";
  private static final String OFTEN = "{% for i in range(100000) %}";
  private static final String END = "{% endfor %}";

  private static final long MOST_BYTES = 1L << 30;

  private static String render(String template) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("role", "user");
    message.put("content", "2+2?");
    return JinjaTemplate.read("T", template).render(Map.of("messages", List.of(message)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Comparison, of what is nested and of what is long.
        DOUBLED + "{% set m = n.v %}" + DOUBLED + "{{ m == n.v }}",
        DOUBLED_MAPPING + "{% set m = n.v %}" + DOUBLED_MAPPING + "{{ m != n.v }}",
        LONG + "{% set b = 'a' * 2000000 %}" + OFTEN + "{% set c = a == b %}" + END,
        LONG + "{% set b = 'a' * 2000000 %}" + OFTEN + "{% set c = a < b %}" + END,
        "{% set n = namespace() %}{% set n.v = n %}{% set m = namespace() %}{% set m.v = m %}{{ n"
            + " == m }}",
        DOUBLED + "{{ [n.v, [n.v]] | unique | list | length }}",
        // in, find, count and what else searches.
        LONG + "{{ ('a' * 1000000 ~ 'b') in a }}",
        LONG + OFTEN + "{% set c = 'b' in a %}" + END,
        LONG + "{{ a.find('a' * 1000000 ~ 'b') }}",
        LONG + "{{ a.count('a' * 1000000 ~ 'b') }}",
        LONG + "{{ a.replace('a' * 1000000 ~ 'b', 'c') | length }}",
        LONG + "{{ a.split('a' * 1000000 ~ 'b') | length }}",
        MANY + "{% for i in l %}{% set c = -1 in l %}" + END,
        MANY + "{% for i in l %}{% set c = l.index(99999) %}" + END,
        MANY + "{% for i in l %}{% set c = l.count(i) %}" + END,
        MANY + "{{ l | unique | list | length }}",
        // Texts in pieces.
        LONG + "{{ a.split('a') | length }}",
        LONG + "{% set b = a.replace('a', ' b') %}{{ b.split() | length }}",
        LONG + "{{ a.replace('a', '\\n').splitlines() | length }}",
        LONG + OFTEN + "{% set c = a[i] %}" + END,
        LONG + "{{ a.strip('b' * 2000000 ~ 'a') }}",
        LONG + OFTEN + "{% set c = a | upper | trim | title %}" + END,
        LONG + "{{ a | replace('a', 'a' * 2000000) }}",
        LONG + "{{ a | replace('', 'b' * 2000000) }}",
        "{{ ('\\n' * 2000) | indent('a' * 4000000, true, true) | length }}",
        "{{ range(1000) | join('a' * 4000000) }}",
        "{{ ('a' * 4000000).join(['', '', '', '']) }}",
        // Lists.
        LONG + OFTEN + "{% set c = a | reverse %}" + END,
        MANY + OFTEN + "{% set c = l | reverse | list %}" + END,
        MANY + OFTEN + "{% set c = l[::-1] %}" + END,
        MANY + OFTEN + "{% set c = l + l %}" + END,
        MANY + "{% for i in l %}{% set c = l | sort | first %}" + END,
        "{% set n = namespace(v=[]) %}" + OFTEN + "{% set n.v = n.v + [i] %}" + END,
        "{% set n = namespace(v='') %}" + OFTEN + "{% set n.v = n.v ~ 'abcdefgh' * 8 %}" + END,
        "{% set n = namespace(v='') %}" + OFTEN + "{% set n.v = [n.v, 'a' * 1000000] %}" + END,
        "{{ range(0, 9000000000000000000) | length }}",
        "{{ range(9000000000000000000, 9223372036854775807, 9000000000000000000) | list }}",
        "{{ 'a' * 9223372036854775807 }}{{ 'ab' * 4611686018427387905 }}",
        // What is nested, written and looked up.
        DOUBLED + "{{ n.v }}",
        DOUBLED + "{{ n.v | tojson(indent=100) }}",
        DOUBLED_MAPPING + "{{ n.v | tojson }}",
        DOUBLED + "{{ {n.v: 1} }}",
        DOUBLED_TUPLE + "{{ {n.v: 1} }}",
        DOUBLED_TUPLE + "{{ messages[0].get(n.v) }}",
        DOUBLED + "{{ messages[n.v] }}",
        FULL + "{% for i in range(100000) %}{% set n.v = [n.v] %}{% endfor %}{{ n.v }}",
        "{% set n = namespace() %}{% set n.v = n %}{{ messages[0][n] }}{{ n in messages[0] }}",
        // Macros, scopes and steps.
        "{% macro f() %}{{ f() }}{{ f() }}{% endmacro %}{{ f() }}",
        "{% macro f(k) %}{% if k %}{{ f(k - 1) }}{{ f(k - 1) }}{% endif %}{% endmacro %}{{ f(60)"
            + " }}",
        "{% set n = namespace(v=0) %}{% for i in range(2000000) %}{% macro f() %}{% endmacro %}{%"
            + " set n.v = [n.v, f] %}"
            + END,
        "{{ messages | map('string') | map('length') | map('string') | list }}",
        "{{ range(100000) | map('string') | map('upper') | select('in', range(100000)) | list |"
            + " length }}",
        "{{ messages | map(attribute='role.99999999999999999999') | list }}",
        "{{ messages | map(attribute='a' * 4000000) | list }}",
        "{{ messages[0]['a' * 4000000].b }}",
        "{{ raise_exception('a' * 4000000) }}",
        "{{ [9007199254740993, 9007199254740992.0, 9007199254740992, 1] | sort }}",
        "{{ ('1' * 1000000) | int }}{{ ('1' * 4000000) | float }}",
      })
  void templateEndsWithinItsMemory(String template) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    try {
      assertThat(render(template)).hasSizeLessThanOrEqualTo(4_000_000);
    } catch (InvalidInput e) {
      assertThat(e.getMessage()).startsWith("Cannot render T").hasSizeLessThan(600);
    }
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_BYTES);
  }

  @Test
  void templateOfManyPartsIsRefusedOrRead() {
    for (String piece :
        List.of("{{ 1 }}", "{# #}", "{% set a = 1 %}", "a\n", "{%+ if a %}", "{{")) {
      try {
        assertThat(render(piece.repeat(240_000 / piece.length()))).isNotNull();
      } catch (InvalidInput e) {
        assertThat(e).hasMessageStartingWith("Cannot re");
      }
    }
    assertThat(catchThrowable(() -> render("a".repeat(250_001))))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("Cannot read T: it has 250001 characters, expected at most 250000");
  }

  @Test
  void longChatOfAPublishedKindTakesAHundredthOfTheWork() {
    String text = "How many r are in strawberry? ".repeat(4_000);
    String template =
        "{% for m in messages %}{% if '<think>' in m.content %}{{ m.content.split('</think>')[-1]"
            + " | trim }}{% else %}{{ '<|' ~ m.role ~ '|>' + m.content | trim }}{% endif %}{%"
            + " endfor %}";
    Map<String, Object> message = Map.of("role", "user", "content", text);
    assertThat(JinjaTemplate.read("T", template).render(Map.of("messages", List.of(message))))
        .isEqualTo("<|user|>" + text.strip());
  }
}
