// SPDX-License-Identifier: MIT
// Catch2 2 (Debian 12) or 3: one include for every test, which may use Approx and
// ContainsSubstring.
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>

using Catch::Approx;
using Catch::Matchers::ContainsSubstring;
#else
#include <catch2/catch.hpp>

#include <string>

inline auto ContainsSubstring(const std::string& part) { return Catch::Matchers::Contains(part); }
#endif
