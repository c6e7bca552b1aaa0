/** Tables as a workbook, which spreadsheet programs open as it is. */
@NullMarked
package tribune.export.xlsx;

import org.jspecify.annotations.NullMarked;
