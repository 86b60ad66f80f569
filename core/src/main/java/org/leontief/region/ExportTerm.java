package org.leontief.region;

/**
 * The nine parts of the gross exports of a region s: Koopman, Wang and Wei 2014, equation (36) and figure 1. V is value added
 * per unit, B the inverse of all regions, L_ss = (I − A_ss)⁻¹ that of one alone, Y_sr what s delivers to final users of r,
 * and E_s all that it exports. Sums go over r ≠ s and t ≠ s, r.
 */
public enum ExportTerm {
    /** 1: V_s B_ss Σ Y_sr, domestic value added in final products exported. */
    DOMESTIC_IN_FINAL_EXPORTS,
    /** 2: V_s Σ B_sr Y_rr, domestic value added in intermediates that importers make into products for themselves. */
    DOMESTIC_ABSORBED_BY_IMPORTERS,
    /** 3: V_s Σ B_sr Σ_t Y_rt, domestic value added in intermediates that importers make into final products for others. */
    DOMESTIC_REEXPORTED_TO_OTHERS,
    /** 4: V_s Σ B_sr Y_rs, domestic value added that comes home in final products. */
    DOMESTIC_RETURNED_IN_FINAL_IMPORTS,
    /** 5: V_s Σ B_sr A_rs L_ss Y_ss, domestic value added that comes home in intermediates and is absorbed there. */
    DOMESTIC_RETURNED_IN_INTERMEDIATE_IMPORTS,
    /** 6: V_s Σ B_sr A_rs L_ss E_s, domestic value added counted again as it is exported again. */
    DOMESTIC_DOUBLE_COUNTED,
    /** 7: Σ_{t≠s} V_t B_ts Σ Y_sr, foreign value added in final products exported. */
    FOREIGN_IN_FINAL_EXPORTS,
    /** 8: Σ_{t≠s} V_t B_ts Σ A_sr L_rr Y_rr, foreign value added in intermediates that importers absorb. */
    FOREIGN_IN_INTERMEDIATE_EXPORTS,
    /** 9: Σ_{t≠s} V_t B_ts Σ A_sr L_rr E_r, foreign value added counted again as importers export it again. */
    FOREIGN_DOUBLE_COUNTED
}
