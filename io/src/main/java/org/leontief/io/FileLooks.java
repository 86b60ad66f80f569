package org.leontief.io;

import java.util.regex.Pattern;

/** What a file or folder looks like: whose it is, and which reader takes it. {@link Recognition} finds out. */
enum FileLooks {
    /** {@code mrIot_version2.2.2.txt} and its neighbours. */
    EXIOBASE_1_2("EXIOBASE 1 or 2", "Exiobase.read", "(?i)mrIot(_.*)?\\.txt(\\.gz)?"),
    /** {@code MR_HIOT_2011_v3_3_18_by_product_technology.csv} and its neighbours. */
    EXIOBASE_HYBRID(
            "EXIOBASE hybrid", "ExiobaseHybrid.read or .readSupplyUse", "(?i)(Exiobase_)?MR_H(IOT|SUP|USE|SUTs?)_.*"),
    /** {@code Eora26_2015_bp_T.txt} and its neighbours. */
    EORA26("Eora26", "Eora26.read", "(?i)Eora26_.*|labels_(T|FD|VA|Q)\\.txt"),
    /** {@code …_T-Results_2022_059_Markup001(full).csv} and its neighbours, or their names. */
    GLORIA("GLORIA", "Gloria.read", "(?i)GLORIA_.*|.*-Results_.*_Markup\\d+\\(full\\)\\.csv(\\.gz)?"),
    /** {@code Z.txt} or {@code A.txt}, {@code file_parameters.json}. */
    PYMRIO(
            "a table as EXIOBASE 3 and pymrio have it",
            "Exiobase.read or Pymrio.read",
            "[ZA]\\.(txt|parquet|pkl|gzip)(\\.gz)?|file_parameters\\.json"),
    /** {@code wiot09_row_sep12.xlsx}, {@code WIOT2014_Nov16_ROW.xlsb}. */
    WIOD("a World Input-Output Table of the WIOD", "Wiod.read", "(?i)wiot\\d{2,4}_.*\\.xls[xb]?"),
    /** {@code WIOD_SEA_July14.xlsx}. */
    WIOD_ACCOUNTS(
            "the Socio-Economic Accounts of the WIOD",
            "Wiod.readAccounts",
            "(?i)(WIOD_SEA|Socio_Economic_Accounts).*\\.xls[xb]?"),
    /** {@code AUS_AIR_May12.xls}. */
    WIOD_ENVIRONMENT(
            "environmental accounts of the WIOD",
            "Wiod.readEnvironment or .readWithEnvironment",
            "(?i)[A-Z]{3}_(AIR|CO2|EM|EU|LAN|MAT|WAT)_[A-Z]{3}\\d\\d\\.xlsx?"),
    /** {@code rowLabels,AR_A01,…}. */
    FIGARO_MATRIX("a FIGARO table in matrix form", "Figaro.read", "(?i)matrix_eu-ic-.*"),
    /** {@code icioiRow,icioiCol,refArea,…,obsValue}. */
    FIGARO_FLAT("a FIGARO table in flat form", "Figaro.read", "(?i)flatfile_eu-ic-.*"),
    /** {@code V1,AUS_A01_02,…} or an empty first cell, industries and final users of regions. */
    OECD_ICIO("a table of the OECD's ICIO", "OecdIcio.read", "(?i)ICIO\\d{4}(_\\d{4})?\\.csv|\\d{4}_SML.*\\.csv"),
    /** Totals {@code T007}, {@code T017} and the like among the codes. */
    BEA("a table of the BEA", "Bea.readMakeUse or .readSupplyUse", ""),
    /** Products {@code CPA_A01} in the first column. */
    EUROSTAT("a table in Eurostat's codes for products", "EurostatSupplyUse.read, if it is of supply and use", ""),
    /** The library's own layouts. */
    OWN_TABLE("a table in the library's own layout", "InputOutputCsv.read", ""),
    /** The same of supply and use. */
    OWN_SUPPLY_USE("supply and use tables in the library's own layout", "SupplyUseCsv.read", ""),
    /** A folder with {@code transactions.csv}. */
    LONG_TABLE("a table in long form", "LongTable.read", ""),
    /** Tabs, regions in the first row, sectors in the second, labels beside them. */
    TWO_HEADER_ROWS(
            "a matrix with regions in the first and sectors in the second row, as EXIOBASE and pymrio have it",
            "Exiobase.read or Pymrio.read of the folder it lies in",
            ""),
    /** Numbers only. */
    BARE_NUMBERS(
            "a matrix without labels, as Eora26 and GLORIA have it", "Eora26.read or Gloria.read of the folder", ""),
    /** One text header over columns of texts and numbers. */
    LONG_FORM("a file in long form, one number to a row", "LongCsv.read", ""),
    /** Anything else. */
    UNKNOWN("nothing that is known here", "", "");

    private final String described;
    private final String reader;
    private final Pattern names;

    FileLooks(String described, String reader, String names) {
        this.described = described;
        this.reader = reader;
        this.names = Pattern.compile(names);
    }

    /** What it is, for a message. */
    String described() {
        return described;
    }

    /** What it is and what to do with it, for a message. */
    String withReader() {
        return reader.isEmpty() ? described : described + ", which is read with " + reader;
    }

    /** Whether a file of the database is called so; the last part of the name. */
    boolean isNamed(String name) {
        return names.matcher(name).matches();
    }

    /** Whether it is one database, and not only a form that several of them use. */
    boolean isSure() {
        return compareTo(TWO_HEADER_ROWS) < 0;
    }

    /** Whether it tells more than what a reader itself says of a file that it cannot read. */
    boolean isTelling() {
        return compareTo(LONG_FORM) < 0;
    }
}
