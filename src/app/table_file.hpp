// SPDX-License-Identifier: MIT
// A map of cells as a file: text, an array, or a picture, by the ending of its name.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace fogline::app {

enum class ColumnKind { number, whole, verdict };

struct Column {
  std::string name;
  ColumnKind kind = ColumnKind::number;
};

// Cell number j nx + i stands in column i and row j, counted from the bottom.
struct CellTable {
  std::size_t nx = 0, ny = 0;
  std::vector<Column> columns;
  // Writes one number for each column; NaN where there is none, a verdict by its place in the list.
  std::function<void(std::size_t cell, double* row)> fill;
  std::function<std::uint32_t(std::size_t cell)> colour;  // 0xRRGGBB
};

// Throws std::invalid_argument for a name that ends in none of .csv, .npy and .png.
void check_table_name(const std::string& out);

// CSV: a header and a line for each cell, first along x, then along y; 17 digits; empty where there
// is no number; verdicts by their id. NPY (version 1.0): '<f8', C order, shape (ny, nx, columns);
// NaN where there is no number. PNG: one pixel a cell, y upwards.
void write_table(const CellTable& table, const std::string& out);

}  // namespace fogline::app
