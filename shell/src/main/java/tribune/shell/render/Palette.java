package tribune.shell.render;

import java.util.stream.Collectors;

/** Whether tones are shown as colours. */
public enum Palette {
  COLORS {
    @Override
    String paint(Text.Span span) {
      String attributes = span.tone().attributes();
      return attributes.isEmpty() || span.words().isEmpty()
          ? span.words()
          : "\u001b[" + attributes + "m" + span.words() + "\u001b[0m";
    }
  },
  NONE {
    @Override
    String paint(Text.Span span) {
      return span.words();
    }
  };

  abstract String paint(Text.Span span);

  final String paint(Text text) {
    return text.spans().stream().map(this::paint).collect(Collectors.joining());
  }
}
