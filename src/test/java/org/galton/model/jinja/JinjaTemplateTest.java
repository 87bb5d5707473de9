package org.galton.model.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.galton.spec.InvalidInput;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected texts are those of Jinja 3.1 with trim_blocks and lstrip_blocks. */
final class JinjaTemplateTest {
  private static Map<String, Object> message(String role, String content) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("role", role);
    message.put("content", content);
    return message;
  }

  private static String render(String template) {
    Map<String, Object> variables = new LinkedHashMap<>();
    variables.put("messages", List.of(message("system", " Be brief. "), message("user", "2+2?")));
    variables.put("tools", null);
    variables.put("yes", true);
    return JinjaTemplate.read("T", template).render(variables);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "{{ messages[0]['content'].strip() }}|{{ messages[0].content | trim }} # Be brief.|Be"
            + " brief.",
        "{% for m in messages[1:] %}{{ m.role }}{{ loop.index0 }}{{ loop.last }}{% endfor %} #"
            + " user0True",
        "{% for m in messages[::-1] %}{{ loop.index }}{{ m.role }}{% endfor %} # 1user2system",
        "{{ 'a</t>b</t>cc'.split('</t>')[-1].lstrip('c') }}|{{ 'x,y'.split(',')[0] }} # |x",
        "{{ 'abc'.startswith('a') }}{{ 'abc'.endswith('x') }}{{ 'xxaxx'.strip('x') }} # TrueFalsea",
        "{{ 'abcdef'[-3:] }}{{ 'abc'[:-1] }}{{ 'abc'[-1] }}{{ 'abcd'[::2] }} # defabcac",
        "{% if not yes is defined %}A{% else %}B{% endif %} # B",
        "{{ tools is none }}{{ tools is defined }}{{ nothing is none }}{{ nothing is defined }} #"
            + " TrueTrueFalseFalse",
        "{{ 'x' if not nothing else 'y' }}|{{ nothing }}|{{ 'x' if nothing }}| # x|||",
        "{% set ns = namespace(n=1) %}{% for m in messages %}{% set ns.n = ns.n + 1 %}{% endfor"
            + " %}{{ ns.n }} # 3",
        "{% for m in messages %}{% set z = m.role %}{% endfor %}{{ z is defined }} # False",
        "{% for m in messages if m.role == 'user' %}{{ loop.length }}{{ m.role }}{% else %}none{%"
            + " endfor %} # 1user",
        "{% for m in [] %}x{% else %}none{% endfor %} # none",
        "{% for i in range(5) %}{% if i == 1 %}{% continue %}{% endif %}{% if i == 3 %}{% break"
            + " %}{% endif %}{{ i }}{% endfor %} # 02",
        "{% for k, v in {'a': 1, 'b': 2}.items() %}{{ k }}={{ v }};{% endfor %} # a=1;b=2;",
        "{% macro f(a, b=2) %}[{{ a }}{{ b }}]{% endmacro %}{{ f(1) }}{{ f(1, b=3) }} # [12][13]",
        "{% set x %}a{{ 1 }}{% endset %}{{ x ~ x }} # a1a1",
        "{% macro w(t) %}<{{ t }}{{ caller() }}>{% endmacro %}{% call w('x') %}y{{ yes }}{% endcall"
            + " %} # <xyTrue>",
        "{% macro w() %}{{ caller(1, b=2) }}{% endmacro %}{% call(a, b, c=3) w() %}{{ a }}{{ b }}{{"
            + " c }}{% endcall %} # 123",
        "{% macro w() %}{{ caller is defined }}{% endmacro %}{{ w() }} # False",
        "{% macro f(a, b, c='d') %}{{ a }}{{ b }}{{ c }}{% endmacro %}{{ f(*['x', 'y']) }}{{ f(1,"
            + " *[2], **{'c': 3}) }} # xyd123",
        "{{ tools | selectattr('type', 'equalto', 'code') | list | length }}{{ tools |"
            + " map(attribute='x') | list }}{{ '' | select | list }} # 0[][]",
        "{{ ' a  b c '.split(none, 1) }}{{ 'a  b '.split() }}{{ 'aXbXc'.split('X', 1) }} # ['a', 'b"
            + " c ']['a', 'b']['a', 'bXc']",
        "{{ 'abc'[::99] }}{{ 'abc'[::-99] }}{{ [1, 2, 3][::9223372036854775807] }} # ac[1]",
        "{{ nothing | first is defined }}{{ 'éa' | first }}{{ [] | last is defined }}{{ {'k': 1} |"
            + " first }} # FalseéFalsek",
        "{% generation %}{{ 'kept' }}{% endgeneration %} # kept",
        "{{ 7 // 2 }} {{ -7 % 3 }} {{ 7 / 2 }} {{ 1 + 2 * 3 }} {{ 1.0 }} {{ 2 - 1 - 1 }} # 3 2 3.5"
            + " 7 1.0 0",
        "{{ 1 < 2 < 3 }}{{ 3 > 2 > 2 }}{{ 'a' in 'abc' }}{{ 'role' not in messages[0] }} #"
            + " TrueFalseTrueFalse",
        "{{ true and 'b' }}{{ '' or 'c' }}{{ not true or true }} # bcTrue",
        "{{ (1, 2) }}{{ (1,) }}{{ {'a': 1}.items() | list }}{{ (1, 2) == [1, 2] }} # (1,"
            + " 2)(1,)[('a', 1)]False",
        "{{ \"a b's\" | title }}{{ \"a b's\".title() }} # A B'sA B'S",
        "{{ true | abs }}{{ true | float }}{{ '7' | int + 1 }}{{ 'x' | int }} # 11.080",
        "{{ [1, 'a', none, 2.5] }} {{ {'k': true} }} # [1, 'a', None, 2.5] {'k': True}",
        "{{ messages | length }}{{ (messages | last).role }}{{ messages | map(attribute='role') |"
            + " join('+') }} # 2usersystem+user",
        "{{ messages | selectattr('role', 'equalto', 'user') | list | length }} # 1",
        "{{ nothing | default('d') }}{{ '' | default('e', true) }}{{ '' | default('f') }}. # de.",
        "{{ messages[0].get('role') }}{{ messages[0].get('x', 'y') }}{{ messages[0].x is defined }}"
            + " # systemyFalse",
        "{{ 'Ab' | upper }}{{ 'aB'.title() }}{{ 'a-b'.replace('-', '+') }}{{ 'AB' | lower |"
            + " replace('a', '') }} # ABAba+bb",
        "{{ 'a\\nb\\tc\\'d' | tojson }} # \"a\\nb\\tc'd\"",
        "{{ {'b': [1, true, none], 'a': {}} | tojson }} # {\"b\": [1, true, null], \"a\": {}}",
        "{{ '<a> & \"b\"' }}{{ '{{ x }}' }} # <a> & \"b\"{{ x }}",
        "{{ 'a' 'b' }}{{ \"it's\" }}{{ 'q\\'q' }} # abit'sq'q",
        "{{ '\\u00e9\\x41'|length }}{{ '😀é'[1] }}{{ '😀'|length }} # 2é1",
        "{{ messages is iterable }}{{ messages[0] is mapping }}{{ messages[0].content is string"
            + " }}{{ messages is not mapping }} # TrueTrueTrueTrue",
      })
  void rendersAsJinjaDoes(String template, String expected) {
    assertThat(render(template)).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void tagsTakeTheWhiteSpaceThatTheyShould() {
    assertThat(
            render(
                """
                a {# comment #} b
                {# a line of its own #}
                  {% if true %}
                  x
                  {% endif %}
                y {{- " z" -}}
                 w
                {%- for m in messages %}
                  {%- if m.role == "user" %}
                  U: {{ m.content }}
                  {% else %}
                   {{ "S" }}
                {%- endif %}
                 {% endfor %}
                {%+ if true %}
                {% endif +%}
                end
                """))
        .isEqualTo("a  b\n  x\ny zw   S  U: 2+2?\n\nend");
  }

  @Test
  void indentedJsonIsPythons() {
    assertThat(render("{{ {'a': [1, {}], 'b': []} | tojson(indent=2) }}"))
        .isEqualTo("{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": []\n}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ ''.getClass() }}",
        "{{ messages.getClass().forName('java.lang.Runtime') }}",
        "{{ messages[0].getClass() }}",
        "{{ messages.stream() }}",
        "{{ range.getClass() }}",
        "{{ namespace().values() }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ 1.hashCode() }}",
        "{{ loop.items() }}",
        "{% for m in messages %}{{ loop.items() }}{% endfor %}"
      })
  void noNameReachesJava(String template) {
    assertThatThrownBy(() -> render(template)).isInstanceOf(InvalidInput.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "{{ raise_exception('No system!') }} # Cannot render T line 1: it refuses: No system!",
        "{{ nofunction() }} # Cannot render T line 1: 'nofunction' is undefined",
        "{{ nothing.role }} # Cannot render T line 1: 'nothing' is undefined",
        "{{ messages[7].role }} # Cannot render T line 1: a list has no item 7",
        "{{ messages[0].content + nothing }} # Cannot render T line 1: 'nothing' is undefined",
        "{{ 'a' + 1 }} # Cannot render T line 1: cannot work out a text + a number",
        "{{ 'a'.nosuch() }} # Cannot render T line 1: a text has no attribute 'nosuch'",
        "{{ 1 // 0 }} # Cannot render T line 1: cannot work out 1 // 0",
        "{{ messages.append(1) }} # Cannot render T line 1: 'append' changes a list, which"
            + " templates may not: expected list + [item]",
        "{{ 1 | nosuch }} # Cannot read T line 1: the filter 'nosuch' is not supported",
        "{{ 1 is nosuch }} # Cannot read T line 1: the test 'nosuch' is not supported",
        "{% include 'x' %} # Cannot read T line 1: the tag 'include' is not supported here:"
            + " expected if, for, set, macro, call, generation, break or continue",
        "{% if true %}a # Cannot read T line 1: found the end of the template: expected 'elif' or"
            + " 'else' or 'endif'",
        "{% endif %} # Cannot read T line 1: the tag 'endif' is not supported here: expected if,"
            + " for, set, macro, call, generation, break or continue",
        "{{ 1 # Cannot read T line 1: a tag has no end: expected '}}'",
        "{{ (1 }} # Cannot read T line 1: a tag has no end: expected '}}'",
        "{{ 1 2 }} # Cannot read T line 1: found '2': expected '}}'",
        "{{ ! }} # Cannot read T line 1: cannot read '!'",
        "{{ 2 ** 3 }} # Cannot read T line 1: '**' is not supported",
      })
  void whatIsNotSupportedIsSaid(String template, String message) {
    assertThatThrownBy(() -> render(template)).isInstanceOf(InvalidInput.class).hasMessage(message);
  }

  @Test
  void problemsNameTheirLine() {
    assertThatThrownBy(() -> render("a\n{% if yes %}\n\n{{ nothing.x }}{% endif %}"))
        .hasMessage("Cannot render T line 4: 'nothing' is undefined");
    assertThatThrownBy(() -> render("a\n{{ 'two\nlines' }}\n{{ 1 | nosuch }}"))
        .hasMessage("Cannot read T line 4: the filter 'nosuch' is not supported");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[", "not ", "-", "{% if yes %}", "1 + ", "x.x.", "f(1)("})
  void nestingIsBounded(String piece) {
    String inside = piece.repeat(100_000) + "1";
    String template = piece.startsWith("{%") ? inside : "{{ " + inside + " }}";
    try {
      assertThat(render(template)).hasSizeLessThan(100);
    } catch (InvalidInput e) {
      assertThat(e).hasMessageStartingWith("Cannot re");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "{{ 'a' * 999999999 }} # it makes a text or a list of more than 4000000 parts",
        "{% set ns = namespace(x='ab') %}{% for i in range(60) %}{% set ns.x = ns.x ~ ns.x %}{%"
            + " endfor %} # it makes a text or a list of more than 4000000 parts",
        "{% for i in range(99999999) %}{% endfor %} # it does not come to an end: it touched more"
            + " than 30000000 characters, items and steps",
        "{% for i in range(3000) %}{% for j in range(3000) %}{% endfor %}{% endfor %} # it does not"
            + " come to an end: it touched more than 30000000 characters, items and steps",
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }} # its macros call one another more than"
            + " 100 deep",
      })
  void workIsBounded(String template, String problem) {
    assertThatThrownBy(() -> render(template))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("Cannot render T line 1: " + problem);
  }

  @Tag("whole")
  @Test
  void everyMutantIsRenderedOrRefused() {
    String template =
        "{%- set ns = namespace(n=0) -%}{% for m in messages %}{% if m.role == 'user' and not"
            + " loop.first %}{{ '<|' ~ m['content'][1:] | trim ~ '|>' }}{% elif m.x is defined"
            + " %}{{ m.get('role').split('s')[-1] }}{% else %}{% set ns.n = ns.n + 1 %}{% endif"
            + " %}{% endfor %}{{ {'a': [1, 2.5]} | tojson(indent=2) }}{{ ns.n if true else none"
            + " }}{{ 'a b'.replace('a', 'b').find('b') }}{{ messages | selectattr('role', 'eq',"
            + " 'user') | map(attribute='content') | join(', ') | default('x', true) }}{{ [3, 1]"
            + " | sort(reverse=true) | first }}{{ 'x'.removeprefix('x').split(none, 1) | length"
            + " }}{{ messages.index(messages[0]) * 2 - '7' | int }}";
    List<String> pieces =
        new ArrayList<>(
            List.of("", "{{", "}}", "{%", "%}", "-", "'", "(", ")", "[", "]", "{", "|", ".", "\\"));
    pieces.addAll(
        List.of(
            " in ", " is ", " not ", "none", ",", "99999999999", "for", "endif", "\n", "é", "#}"));
    long seed = Long.getLong("galton.fuzz.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder mutant = new StringBuilder(template);
      for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
        int from = random.nextInt(mutant.length() + 1);
        int to = Math.min(mutant.length(), from + random.nextInt(6));
        mutant.replace(from, to, pieces.get(random.nextInt(pieces.size())));
      }
      try {
        render(mutant.toString());
      } catch (InvalidInput e) {
        assertThat(e).hasMessageStartingWith("Cannot re");
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("-Dgalton.fuzz.seed=" + seed + "\n" + mutant, e);
      }
    }
  }
}
