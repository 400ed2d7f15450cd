-- AlterTable
ALTER TABLE "Dimension" ADD COLUMN     "baseline" TEXT[] DEFAULT ARRAY[]::TEXT[];
