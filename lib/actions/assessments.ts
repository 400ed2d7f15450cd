'use server'

import { actionDoor } from '@/lib/doors/action'
import { configureAssessment as configure } from '@/lib/operations/configure-assessment'
import { createAssessment as create } from '@/lib/operations/create-assessment'
import * as schemas from '@/lib/schemas/assessments'

export const createAssessment = actionDoor({ permission: 'assessment.create', input: schemas.CreateAssessment, run: create })
export const configureAssessment = actionDoor({ permission: 'assessment.configure', input: schemas.ConfigureAssessment, run: configure })
