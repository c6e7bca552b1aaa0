package tribune.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads a workbook with the zip and XML readers of the platform. */
final class Sheets {
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private Sheets() {}

  /** The cells of each sheet, by its name: the type and a colon before each, but text as it is. */
  static Map<String, List<List<String>>> of(Path file) throws Exception {
    Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      NodeList names = parsed(zip, "xl/workbook.xml").getElementsByTagName("sheet");
      for (int i = 0; i < names.getLength(); i++) {
        Document sheet = parsed(zip, "xl/worksheets/sheet" + (i + 1) + ".xml");
        sheets.put(((Element) names.item(i)).getAttribute("name"), rows(sheet));
      }
    }
    return sheets;
  }

  /** One part, parsed. */
  static Document parsed(ZipFile zip, String part) throws Exception {
    try (InputStream in = zip.getInputStream(zip.getEntry(part))) {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
    } catch (NullPointerException e) {
      throw new IOException("no part " + part, e);
    }
  }

  private static List<List<String>> rows(Document sheet) {
    List<List<String>> rows = new ArrayList<>();
    NodeList found = sheet.getElementsByTagName("row");
    for (int i = 0; i < found.getLength(); i++) {
      List<String> row = new ArrayList<>();
      NodeList cells = ((Element) found.item(i)).getElementsByTagName("c");
      for (int j = 0; j < cells.getLength(); j++) {
        Element cell = (Element) cells.item(j);
        int column = column(cell.getAttribute("r"));
        while (row.size() < column) {
          row.add("");
        }
        row.add(value(cell));
      }
      rows.add(row);
    }
    return rows;
  }

  private static int column(String place) {
    int column = 0;
    for (char c : place.replaceAll("[0-9]", "").toCharArray()) {
      column = column * 26 + c - 'A' + 1;
    }
    return column - 1;
  }

  private static String value(Element cell) {
    String text = cell.getTextContent();
    return switch (cell.getAttribute("t")) {
      case "inlineStr" ->
          ESCAPE.matcher(text).replaceAll(it -> quoted((char) Integer.parseInt(it.group(1), 16)));
      default -> cell.getAttribute("t") + ":" + text;
    };
  }

  private static String quoted(char c) {
    return java.util.regex.Matcher.quoteReplacement(String.valueOf(c));
  }
}
