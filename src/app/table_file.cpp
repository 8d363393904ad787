// SPDX-License-Identifier: MIT
// The three forms of a table.
#include "app/table_file.hpp"

#include <bit>
#include <cmath>
#include <cstring>
#include <stdexcept>

#include "app/atomic_file.hpp"
#include "app/output.hpp"
#include "fogline/core/text.hpp"
#include "fogline/engine/verdict.hpp"
#include "render/png.hpp"

namespace fogline::app {
namespace {

bool ends_with(const std::string& name, const char* ending) {
  return name.size() > std::strlen(ending) && name.ends_with(ending);
}

std::string field(const Column& column, double value) {
  if (!std::isfinite(value)) return "";
  if (column.kind == ColumnKind::verdict)
    return std::string(id(static_cast<Verdict>(static_cast<int>(value))));
  if (column.kind == ColumnKind::whole) return std::to_string(static_cast<long long>(value));
  return exact(value);
}

void write_csv(const CellTable& t, Output& out) {
  std::string line;
  for (const Column& c : t.columns) line += (line.empty() ? "" : ",") + c.name;
  out.write(line + "\n");
  std::vector<double> row(t.columns.size());
  for (std::size_t cell = 0; cell < t.nx * t.ny; ++cell) {
    t.fill(cell, row.data());
    line.clear();
    for (std::size_t k = 0; k < row.size(); ++k)
      line += (k == 0 ? "" : ",") + field(t.columns[k], row[k]);
    out.write(line + "\n");
  }
}

// Little-endian, whatever the machine.
void put_bytes(char* to, double value) {
  auto bits = std::bit_cast<std::uint64_t>(value);
  for (int k = 0; k < 8; ++k, bits >>= 8) to[k] = static_cast<char>(bits & 255);
}

std::string npy_header(const CellTable& t) {
  std::string header = "{'descr': '<f8', 'fortran_order': False, 'shape': (" +
                       std::to_string(t.ny) + ", " + std::to_string(t.nx) + ", " +
                       std::to_string(t.columns.size()) + "), }";
  header += std::string(63 - (10 + header.size()) % 64, ' ') + "\n";
  const std::string size{static_cast<char>(header.size() & 255),
                         static_cast<char>(header.size() >> 8)};
  return std::string("\x93NUMPY\x01\x00", 8) + size + header;
}

void write_npy(const CellTable& t, Output& out) {
  out.write(npy_header(t));
  std::vector<double> row(t.columns.size());
  std::string bytes(8 * row.size(), '\0');
  for (std::size_t cell = 0; cell < t.nx * t.ny; ++cell) {
    t.fill(cell, row.data());
    for (std::size_t k = 0; k < row.size(); ++k)
      put_bytes(bytes.data() + 8 * k, std::isfinite(row[k]) ? row[k] : NAN);
    out.write(bytes);
  }
}

void write_png(const CellTable& t, Output& out) {
  render::Pixels picture{{static_cast<int>(t.nx), static_cast<int>(t.ny)}, {}};
  for (std::size_t row = t.ny; row-- > 0;)
    for (std::size_t i = 0; i < t.nx; ++i) {
      const std::uint32_t colour = t.colour(row * t.nx + i);
      for (const int shift : {16, 8, 0})
        picture.rgba.push_back(static_cast<std::uint8_t>(colour >> shift));
      picture.rgba.push_back(255);
    }
  const std::vector<unsigned char> bytes = render::encode_png(picture);
  out.write({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

}  // namespace

void check_table_name(const std::string& out) {
  for (const char* ending : {".csv", ".npy", ".png"})
    if (ends_with(out, ending)) return;
  throw std::invalid_argument("--out: a name that ends in .csv, .npy or .png, not '" +
                              excerpt(out) + "'");
}

void write_table(const CellTable& table, const std::string& name) {
  check_table_name(name);
  Output out(name);
  if (ends_with(name, ".csv"))
    write_csv(table, out);
  else if (ends_with(name, ".npy"))
    write_npy(table, out);
  else
    write_png(table, out);
  out.finish();
}

}  // namespace fogline::app
